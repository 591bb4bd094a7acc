import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../core/kernel/index.ts';

/** Lies in a data folder from before the first step of a restore until after its last, and holds where what was there goes. */
const RESTORING = 'restore-unfinished';

/** How files are called that were the database of the folder: on its way into PostgreSQL, arrived there, or replaced by a backup. */
type Aside = 'moving' | 'moved' | 'before-restore';

export const databaseIn = (folder: string): string => join(folder, 'earshot.sqlite');
export const restoringIn = (folder: string): string => join(folder, RESTORING);

/** A name that nothing has yet. */
export function freeAside(folder: string, aside: Aside, clock: Clock): string {
  for (let at = clock.now(); ; at += 1) {
    const path = join(folder, `${aside}-${String(at)}.sqlite`);
    if (!existsSync(path)) return path;
  }
}

/** The newest of them in a folder that has no database by now; null: there is none. */
export function leftAside(folder: string, aside: Aside): string | null {
  if (existsSync(databaseIn(folder)) || !existsSync(folder)) return null;
  const numberOf = (name: string): number =>
    Number(new RegExp(`^${aside}-(\\d+)\\.sqlite$`).exec(name)?.[1] ?? 'NaN');
  const [newest] = readdirSync(folder)
    .filter((name) => !Number.isNaN(numberOf(name)))
    .sort((a, b) => numberOf(b) - numberOf(a));
  return newest === undefined ? null : join(folder, newest);
}

/** Where a restore that has not ended puts what was there; null: none was begun, or it had not come to that. */
export function restoringAside(folder: string): string | null {
  const marker = restoringIn(folder);
  const name = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
  return name === '' ? null : join(folder, name);
}

/**
 * Why nobody may work on the folder, though nothing in it is broken: in one line that says what to do. Null when all is as it should be. A
 * store made anew where one was set aside would have another identity, and the devices' responses would go into it.
 */
export function unfinishedIn(folder: string): string | null {
  if (existsSync(restoringIn(folder)))
    return `A restore into ${folder} has not ended. Run "earshot restore FILE" again; it ends what was broken off.`;
  const moving = leftAside(folder, 'moving');
  if (moving !== null)
    return `The move of the store in ${folder} into PostgreSQL has not ended (${moving}). Run "earshot move-store" again with the same DATABASE_URL, and then start with it.`;
  const moved = leftAside(folder, 'moved');
  if (moved !== null)
    return `The store in ${folder} was moved into PostgreSQL (what it was is kept as ${moved}). Name that database in DATABASE_URL. To begin anew, move that file out of the folder, or choose another with --data.`;
  const replaced = leftAside(folder, 'before-restore');
  if (replaced !== null)
    return `The store in ${folder} was set aside as ${replaced}, and there is none in its place. Run "earshot restore" with that file or with a backup. To begin anew, move that file out of the folder, or choose another with --data.`;
  return null;
}
