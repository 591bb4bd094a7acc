import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { err, ok, type Clock, type Result } from '../../core/kernel/index.ts';
import {
  lockFolder,
  openFileTables,
  openPostgresTables,
  postgresProblem,
  type Tables,
} from '../store/index.ts';
import { copyStore } from './copy/copyStore.ts';
import { continueTable, type Tell } from './copy/copyTable.ts';
import { flush } from './copyDatabase.ts';
import { dataFile } from './dataFile.ts';

interface Moved {
  /** Where the file is now; nothing of it is deleted. */
  readonly setAside: string;
}

const LOOK_AGAIN = 200;

/**
 * Moves a SQLite store into an empty PostgreSQL database. First the inbox is copied while a server works on the folder. Then the file's
 * only right to write is taken, so that the server goes on answering questions and turns away what is new (devices keep it and try
 * again); what is left is copied, and every table compared. When the server was stopped, the file is set aside, so that nobody adds to
 * it any more. Broken off at any moment, it goes on when it is run again; until it ends well, the file is the store.
 */
export async function moveStore(
  folder: string,
  url: string,
  clock: Clock,
  tell: Tell,
): Promise<Result<Moved, string>> {
  const file = dataFile(folder);
  if (!file.ok) return file;
  const from = await openFileTables(file.value, false);
  if (!from.ok) return from;
  try {
    const to = await openPostgresTables(url);
    if (!to.ok) return to;
    try {
      return await move(from.value, to.value, { folder, file: file.value, clock, tell });
    } finally {
      await to.value.destroy();
    }
  } catch (error) {
    return err(postgresProblem(url, error));
  } finally {
    await from.value.destroy();
  }
}

interface Place {
  readonly folder: string;
  readonly file: string;
  readonly clock: Clock;
  readonly tell: Tell;
}

async function move(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  { folder, file, clock, tell }: Place,
): Promise<Result<Moved, string>> {
  const here = await from.selectFrom('server').select('server_id').executeTakeFirstOrThrow();
  const there = await to.selectFrom('server').select('server_id').executeTakeFirst();
  if (there !== undefined && there.server_id !== here.server_id)
    return err('The database holds the store of another server. Give an empty one in DATABASE_URL.');
  await continueTable(from, to, 'inbox', tell);
  const aside = join(folder, `moved-${String(clock.now())}.sqlite`);
  return from.transaction().execute(async (locked) => {
    tell('From now on the server takes in nothing new; devices keep it.');
    const copied = await copyStore(locked, to, tell);
    if (!copied.ok) return copied;
    const lock = await stopped(folder, tell);
    try {
      for (const part of ['-wal', '-shm', '']) moveAside(file + part, aside + part);
      flush(folder);
    } finally {
      lock.release();
    }
    return ok({ setAside: aside });
  });
}

/** The lock of the folder, once no server works on it. */
async function stopped(folder: string, tell: Tell) {
  for (let told = false; ; told = true) {
    const lock = lockFolder(folder);
    if (lock.ok) return lock.value;
    if (!told) tell('All is there. Stop the server now; this ends by itself then.');
    await pause(LOOK_AGAIN);
  }
}

function moveAside(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
