import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../core/kernel/index.ts';

/** The database of a data folder. The error is one line that says what to do. */
export function dataFile(folder: string): Result<string, string> {
  const path = join(folder, 'earshot.sqlite');
  if (existsSync(path)) return ok(path);
  return err(`There is no Earshot database in ${folder}. Name the server's data folder with --data.`);
}
