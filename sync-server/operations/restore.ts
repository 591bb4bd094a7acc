import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { err, ok, type Clock, type RandomSource, type Result } from '../../core/kernel/index.ts';
import {
  beginEpoch,
  databaseIn,
  flush,
  freeAside,
  lockFolder,
  moveDatabase,
  prepareFolder,
  restoringAside,
  restoringIn,
} from '../store/index.ts';
import { copyDatabase } from './copyDatabase.ts';
import { heldFindings } from './heldFindings.ts';

interface Restored {
  readonly responses: number;
  /** Where the database went that was there; null: there was none. Nothing of it is deleted. */
  readonly setAside: string | null;
}

/**
 * Puts a backup into a data folder in place of what is there, once it was read and found whole, and begins a new store epoch: devices then
 * send again what they keep and the backup lacks (SPEC H6). No server may be at work on the folder. Broken off at any moment, nobody works
 * on the folder until it is run again.
 */
export async function restore(
  from: string,
  folder: string,
  clock: Clock,
  random: RandomSource,
): Promise<Result<Restored, string>> {
  if (!existsSync(from)) return err(`There is no file ${from}.`);
  const { responses, findings } = heldFindings(from);
  if (findings.length > 0)
    return err(`The backup is not whole, and nothing was changed:\n${findings.join('\n')}`);
  const problem = prepareFolder(folder);
  if (problem !== null) return err(problem);
  const lock = lockFolder(folder);
  if (!lock.ok) return err(`An Earshot server works on ${folder}. Stop it first.`);
  try {
    const setAside = await putInPlace(from, folder, { clock, random });
    return setAside.ok ? ok({ responses, setAside: setAside.value }) : setAside;
  } finally {
    lock.value.release();
  }
}

type Ports = { readonly clock: Clock; readonly random: RandomSource };

/** The backup is made what it is to be beside its place, so that one step puts it there, new epoch and all. */
async function putInPlace(
  from: string,
  folder: string,
  ports: Ports,
): Promise<Result<string | null, string>> {
  const place = databaseIn(folder);
  const arriving = `${place}.arriving`;
  let aside: string | null = null;
  try {
    aside = announce(folder, ports.clock);
    removeDatabase(arriving);
    copyDatabase(from, arriving);
    const begun = await beginEpoch(arriving, ports.clock, ports.random);
    if (!begun.ok) return giveUp(folder, aside, begun.error);
    if (!setAside(place, aside) || !moveDatabase(arriving, place).ok)
      return giveUp(
        folder,
        aside,
        `Another program has the database in ${folder} open. Run this again when it has ended.`,
      );
    rmSync(restoringIn(folder));
    flush(folder);
    return ok(existsSync(aside) ? aside : null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no reason given';
    return giveUp(folder, aside, `The backup can't be put into ${folder} (${reason}).`);
  }
}

/** Says in the folder that a restore has begun, before anything else is done, and where what is there goes: where one before put it. */
function announce(folder: string, clock: Clock): string {
  const before = restoringAside(folder);
  const arrived = before !== null && existsSync(before) && existsSync(databaseIn(folder));
  if (before !== null && !arrived) return before;
  const aside = freeAside(folder, 'before-restore', clock);
  writeFileSync(restoringIn(folder), basename(aside));
  flush(restoringIn(folder));
  flush(folder);
  return aside;
}

/** False: somebody has it open. */
function setAside(place: string, aside: string): boolean {
  if (existsSync(place))
    try {
      if (!moveDatabase(place, aside).ok) return false;
    } catch {
      // Damaged, which may be why a backup is to take its place: it goes as it lies there, with its log.
      renameSync(place, aside);
    }
  // A log without its file would be taken for that of the backup.
  if (existsSync(`${place}-wal`)) renameSync(`${place}-wal`, `${aside}-wal`);
  rmSync(`${place}-shm`, { force: true });
  return true;
}

/** Where what was there is still in its place, or nothing was, the folder is as before. */
function giveUp(folder: string, aside: string | null, problem: string): Result<never, string> {
  const place = databaseIn(folder);
  removeDatabase(`${place}.arriving`);
  if (existsSync(place) || aside === null || !existsSync(aside)) rmSync(restoringIn(folder), { force: true });
  return err(problem);
}

function removeDatabase(path: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(path + part, { force: true });
}
