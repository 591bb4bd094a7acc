import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Clock, type RandomSource, type Result } from '../../core/kernel/index.ts';
import { lockFolder, openStore, prepareFolder } from '../store/index.ts';
import { flush } from './copyDatabase.ts';
import { heldFindings } from './heldFindings.ts';

interface Restored {
  readonly responses: number;
  /** Where the database went that was there; null: there was none. Nothing of it is deleted. */
  readonly setAside: string | null;
}

/**
 * Puts a backup into a data folder in place of what is there, once it was read and found whole, and begins a new store epoch: devices then
 * send again what they keep and the backup lacks (SPEC H6). No server may be at work on the folder.
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
  const setAside = putInPlace(from, folder, clock);
  if (!setAside.ok) return setAside;
  const store = await openStore(folder, clock, random, { restored: true });
  if (!store.ok) return store;
  await store.value.close();
  return ok({ responses, setAside: setAside.value });
}

/** What was there moves aside with its log, in which the newest commits may stand. */
function putInPlace(from: string, folder: string, clock: Clock): Result<string | null, string> {
  const lock = lockFolder(folder);
  if (!lock.ok) return err(`An Earshot server works on ${folder}. Stop it first.`);
  try {
    const place = join(folder, 'earshot.sqlite');
    const arriving = `${place}.arriving`;
    copyFileSync(from, arriving);
    flush(arriving);
    const aside = existsSync(place) ? join(folder, `before-restore-${String(clock.now())}.sqlite`) : null;
    if (aside !== null)
      for (const part of ['-wal', '-shm', ''])
        if (existsSync(place + part)) renameSync(place + part, aside + part);
    renameSync(arriving, place);
    flush(folder);
    return ok(aside);
  } catch (error) {
    rmSync(join(folder, 'earshot.sqlite.arriving'), { force: true });
    return err(
      `The backup can't be put into ${folder} (${error instanceof Error ? error.message : 'no reason given'}).`,
    );
  } finally {
    lock.value.release();
  }
}
