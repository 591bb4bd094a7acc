import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { flush, openReadOnly } from '../store/index.ts';

/**
 * Copies a database as it is at one moment while others read and write it. `vacuum into` reads one snapshot and so ends however busy
 * the server is; SQLite's stepwise backup begins again with each write of another process. The copy is on the disk when this returns.
 */
export function copyDatabase(from: string, to: string): void {
  rmSync(to, { force: true });
  const database = openReadOnly(from);
  try {
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
  flush(to);
  flush(dirname(to));
}
