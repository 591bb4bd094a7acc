import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';

/** A small file is there as a whole, on the disk, or not at all. */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.${randomUUID()}.part`;
  writeFileSync(part, text, { mode: 0o600, flush: true });
  renameSync(part, path);
}
