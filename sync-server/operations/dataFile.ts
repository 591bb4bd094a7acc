import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../../core/kernel/index.ts';
import { databaseIn, unfinishedIn } from '../store/index.ts';

/** The database of a data folder. The error is one line that says what to do. */
export function dataFile(folder: string): Result<string, string> {
  const unfinished = unfinishedIn(folder);
  if (unfinished !== null) return err(unfinished);
  const path = databaseIn(folder);
  if (existsSync(path)) return ok(path);
  return err(`There is no Earshot database in ${folder}. Name the server's data folder with --data.`);
}
