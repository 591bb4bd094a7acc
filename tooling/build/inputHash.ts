import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const TEST = /\.test\.tsx?$/;

function filesOf(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesOf(root, `${path}/${name}`));
}

/** One hash over names and contents of everything that a build reads; tests are not read. */
export function inputHash(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  const files = inputs.flatMap((path) => filesOf(root, path)).filter((path) => !TEST.test(path));
  for (const path of files.sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
