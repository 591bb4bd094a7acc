import type { Kysely, Transaction } from 'kysely';
import { err, ok, type Clock, type RandomSource, type Result } from '../../core/kernel/index.ts';
import { GroupWriter } from './groupWriter.ts';
import { readIdentity } from './identity.ts';
import { lockFolder } from './lockFolder.ts';
import { isOutdated, migrate } from './migrate.ts';
import { openDatabase } from './openDatabase.ts';
import type { Alone } from './postgres/postgresWriter.ts';
import { prepareFolder } from './prepareFolder.ts';
import { bytesFree, roomProblem } from './roomToUpgrade.ts';
import { openThreads } from './sqlite/openThreads.ts';
import type { Tables } from './tables.ts';
import { databaseIn, unfinishedIn } from './unfinished.ts';
import type { Wire } from './wire.ts';

/** Until there are several: the one tenant's id in every key. */
export const TENANT = 'main';

/** A long question of one person must not keep the devices' short ones waiting. */
const READERS = 2;

export type Tx = Transaction<Tables>;

export interface Store {
  readonly serverId: string;
  readonly storeEpoch: string;
  /** A connection of its own that sees what is committed and can't write. */
  readonly read: Kysely<Tables>;
  /**
   * Runs the work, all of it or nothing, one after the other; resolves after the durable commit. Where several servers share a store the work
   * may run again from its beginning, and `alone` says that it need not wait for everybody's.
   */
  write<T>(work: (tx: Tx) => Promise<T>, alone?: Alone): Promise<T>;
  /** To the other servers of the store; missing where there can be none. */
  readonly wire?: Wire;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The folder was put back from a backup: the store begins a new epoch, by which devices notice (H6). */
  readonly restored?: boolean;
  /** How much may still be written beside a file. */
  readonly bytesFree?: (path: string) => number;
}

/** Opens the store in a folder (SQLite), makes or migrates it, and keeps other servers off. The error is one line that says what to do. */
export async function openStore(
  folder: string,
  clock: Clock,
  random: RandomSource,
  options: OpenOptions = {},
): Promise<Result<Store, string>> {
  const problem = prepareFolder(folder);
  if (problem !== null) return err(problem);
  try {
    return await openPrepared(folder, clock, random, options);
  } catch (error) {
    return err(storeProblem(folder, error));
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'Make room on its disk',
  SQLITE_NOTADB: 'Put a backup in its place',
  SQLITE_CORRUPT: 'Put a backup in its place',
};

/** One line: what the database in the folder cannot do, and what to do about it. */
export function storeProblem(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const advice =
    ADVICE[code] ?? 'Give this account the right to write every file there, put a backup in its place';
  return (
    `The database in ${folder} can't be used (${error instanceof Error ? error.message : 'no reason given'}). ` +
    `${advice}, or choose another folder with --data.`
  );
}

async function openPrepared(
  folder: string,
  clock: Clock,
  random: RandomSource,
  { restored = false, bytesFree: freeBeside = bytesFree }: OpenOptions,
): Promise<Result<Store, string>> {
  const lock = lockFolder(folder);
  if (!lock.ok) {
    return err(`Another Earshot server works on ${folder}. Stop it, or choose another folder with --data.`);
  }
  const unfinished = unfinishedIn(folder);
  if (unfinished !== null) {
    lock.value.release();
    return err(unfinished);
  }
  const path = databaseIn(folder);
  const prepared = await prepareTables(path, freeBeside, (db) => readIdentity(db, clock, random, restored));
  if (!prepared.ok) {
    lock.value.release();
    return prepared;
  }
  const { server_id, store_epoch } = prepared.value;
  const writer = openThreads(path, 'write', 1);
  const reader = openThreads(path, 'read', READERS);
  const groupWriter = new GroupWriter(writer, () => clock.monotonic());
  return ok({
    serverId: server_id,
    storeEpoch: store_epoch,
    read: reader,
    write: (work) => groupWriter.write(work),
    close: async () => {
      await groupWriter.idle();
      await reader.destroy();
      await writer.destroy();
      lock.value.release();
    },
  });
}

/** Makes of a backup what is put in place of a store: its tables as of today, and a new epoch, by which devices notice (H6). */
export async function beginEpoch(
  path: string,
  clock: Clock,
  random: RandomSource,
): Promise<Result<void, string>> {
  const begun = await prepareTables(path, bytesFree, (db) => readIdentity(db, clock, random, true));
  return begun.ok ? ok(undefined) : begun;
}

async function prepareTables<T>(
  path: string,
  freeBeside: (path: string) => number,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<Result<T, string>> {
  const db = openDatabase(path, 'write');
  try {
    const problem = (await isOutdated(db)) ? roomProblem(path, freeBeside(path)) : null;
    if (problem !== null) return err(problem);
    const migrated = await migrate(db);
    return migrated.ok ? ok(await work(db)) : migrated;
  } finally {
    await db.destroy();
  }
}
