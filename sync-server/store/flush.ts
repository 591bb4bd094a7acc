import { closeSync, fsyncSync, openSync } from 'node:fs';

/** What is written to a file, or the names in a folder, outlast a power cut. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
