import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { err, ok, type Clock, type Result } from '../../core/kernel/index.ts';
import {
  freeAside,
  leftAside,
  lockFolder,
  moveDatabase,
  openFileTables,
  openPostgresTables,
  postgresProblem,
  type FolderLock,
  type Tables,
} from '../store/index.ts';
import { copyStore, differences, nameServer } from './copy/copyStore.ts';
import { continueTable, type Tell } from './copy/copyTable.ts';
import { dataFile } from './dataFile.ts';

interface Moved {
  /** Where the file is now; nothing of it is deleted. */
  readonly setAside: string;
}

interface Move {
  readonly folder: string;
  readonly to: Kysely<Tables>;
  readonly clock: Clock;
  readonly tell: Tell;
}

const LOOK_AGAIN = 200;

/**
 * Moves a SQLite store into an empty PostgreSQL database. First the inbox is copied while a server works on the folder. Then the file's
 * only right to write is taken, so that the server goes on answering questions and turns away what is new (devices keep it and try
 * again); what is left is copied, and every table compared. When the server was stopped, the file is set aside, so that nobody adds to
 * it any more, and only then the database is told who its server is, before which none starts on it. At no moment two servers can
 * acknowledge. Broken off at any moment, it goes on when it is run again.
 */
export async function moveStore(
  folder: string,
  url: string,
  clock: Clock,
  tell: Tell,
): Promise<Result<Moved, string>> {
  const left = leftAside(folder, 'moving');
  const file = left === null ? dataFile(folder) : ok(left);
  if (!file.ok) return file;
  try {
    const to = await openPostgresTables(url);
    if (!to.ok) return to;
    const move = { folder, to: to.value, clock, tell };
    try {
      return left === null ? await moveFile(file.value, move) : await goOn(left, move);
    } finally {
      await to.value.destroy();
    }
  } catch (error) {
    return err(postgresProblem(url, error));
  }
}

async function moveFile(file: string, { folder, to, clock, tell }: Move): Promise<Result<Moved, string>> {
  const stopped = await inFile(file, async (from) => {
    const held = await serverIn(to);
    if (held !== null)
      return err(
        held === (await serverIn(from))
          ? 'The database holds this store already. Start the server on it, or give an empty one in DATABASE_URL.'
          : 'The database holds the store of another server. Give an empty one in DATABASE_URL.',
      );
    await continueTable(from, to, 'inbox', tell);
    return from.transaction().execute(async (locked) => {
      tell('From now on the server takes in nothing new; devices keep it.');
      const copied = await copyStore(locked, to, tell);
      if (!copied.ok) return copied;
      if ((await serverIn(to)) !== null)
        return err('A server was started on the database too early. Begin again with an empty one.');
      return ok(await lockWhenStopped(folder, tell));
    });
  });
  if (!stopped.ok) return stopped;
  try {
    const moving = freeAside(folder, 'moving', clock);
    const renamed = rename(file, moving);
    return renamed.ok ? await end(moving, to) : renamed;
  } finally {
    stopped.value.release();
  }
}

/** After the file was set aside: all but who the server is was copied by then. */
async function goOn(moving: string, { folder, to }: Move): Promise<Result<Moved, string>> {
  const lock = lockFolder(folder);
  if (!lock.ok) return err(`Another program works on ${folder}. Run this again when it has ended.`);
  try {
    const same = await inFile(moving, (from) => isTheSame(from, to, moving));
    return same.ok ? await end(moving, to) : same;
  } finally {
    lock.value.release();
  }
}

/** Whether the file was moved into this database and not into another: two that are named for one server would both be its store. */
async function isTheSame(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  moving: string,
): Promise<Result<void, string>> {
  const held = await serverIn(to);
  const same = held === null ? (await differences(from, to)).length === 0 : held === (await serverIn(from));
  if (same) return ok(undefined);
  return err(
    `The database does not hold what is in ${moving}. Give the one into which its move was begun. To begin anew with another one, give the file the name earshot.sqlite first.`,
  );
}

/** The database becomes the store, and the file what is kept of it. */
async function end(moving: string, to: Kysely<Tables>): Promise<Result<Moved, string>> {
  const named =
    (await serverIn(to)) === null ? await inFile(moving, (from) => nameServer(from, to)) : ok(undefined);
  if (!named.ok) return named;
  const setAside = moving.replace(/moving-(?=\d+\.sqlite$)/, 'moved-');
  const renamed = rename(moving, setAside);
  return renamed.ok ? ok({ setAside }) : renamed;
}

function rename(from: string, to: string): Result<void, string> {
  try {
    if (moveDatabase(from, to).ok) return ok(undefined);
    return err(`Another program has ${from} open. Run this again when it has ended.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no reason given';
    return err(`${from} can't be given another name (${reason}). Put that right, and run this again.`);
  }
}

async function inFile<T>(
  file: string,
  work: (from: Kysely<Tables>) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const from = await openFileTables(file, false);
  if (!from.ok) return from;
  try {
    return await work(from.value);
  } finally {
    await from.value.destroy();
  }
}

async function serverIn(db: Kysely<Tables>): Promise<string | null> {
  const named = await db.selectFrom('server').select('server_id').executeTakeFirst();
  return named?.server_id ?? null;
}

/** The lock of the folder, once no server works on it. */
async function lockWhenStopped(folder: string, tell: Tell): Promise<FolderLock> {
  for (let told = false; ; told = true) {
    const lock = lockFolder(folder);
    if (lock.ok) return lock.value;
    if (!told) tell('All is there. Stop the server now; this ends by itself then.');
    await pause(LOOK_AGAIN);
  }
}
