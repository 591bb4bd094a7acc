import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Clock, type Result } from '../../core/kernel/index.ts';
import { flush, moveBackupHorizonIn, openReadOnly, storeProblem } from '../store/index.ts';
import { copyDatabase } from './copyDatabase.ts';
import { dataFile } from './dataFile.ts';
import { heldFindings } from './heldFindings.ts';

/** A backup that was read back and found whole. */
interface Backup {
  readonly responses: number;
  /** Everything that was acknowledged before this moment is in it; 0: it holds no response. */
  readonly horizon: number;
}

/**
 * Copies the database of a data folder into one file while the server works, reads the copy back whole, and only then sets the backup
 * horizon, before which devices may forget what the server holds (SPEC H7). It follows from what the copy holds, so that no clock set
 * forward makes it promise more. A file that is there is never overwritten.
 */
export async function backUp(folder: string, to: string, clock: Clock): Promise<Result<Backup, string>> {
  const file = dataFile(folder);
  if (!file.ok) return file;
  if (existsSync(to)) return err(`${to} is there already. Give each backup a name of its own with -o.`);
  const unreadable = readingProblem(folder, file.value);
  if (unreadable !== null) return err(unreadable);
  // Before the copy: what a device is told later than this may be missing from it.
  const started = clock.now();
  const unproved = `${to}.unproved`;
  try {
    copyDatabase(file.value, unproved);
    const { responses, newestAt, findings } = heldFindings(unproved);
    if (findings.length > 0) {
      rmSync(unproved);
      return err(`The copy is not whole, and no backup was kept:\n${findings.join('\n')}`);
    }
    renameSync(unproved, to);
    flush(dirname(to));
    return await tellDevices(folder, file.value, { responses, horizon: Math.min(started, newestAt) }, to);
  } catch (error) {
    rmSync(unproved, { force: true });
    return err(
      `No backup was made (${error instanceof Error ? error.message : 'no reason given'}). Is there room, and the right to write, at ${to}?`,
    );
  }
}

/** A database whose server was killed can't even be read where nothing may be written beside it. */
function readingProblem(folder: string, file: string): string | null {
  try {
    const database = openReadOnly(file);
    try {
      database.pragma('schema_version');
      return null;
    } finally {
      database.close();
    }
  } catch (error) {
    return storeProblem(folder, error);
  }
}

async function tellDevices(
  folder: string,
  file: string,
  made: Backup,
  to: string,
): Promise<Result<Backup, string>> {
  try {
    await moveBackupHorizonIn(file, made.horizon);
    return ok(made);
  } catch (error) {
    return err(`${to} is whole, but devices will not know of it. ${storeProblem(folder, error)}`);
  }
}
