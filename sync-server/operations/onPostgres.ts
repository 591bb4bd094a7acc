import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { err, ok, type Clock, type RandomSource, type Result } from '../../core/kernel/index.ts';
import type { AttachmentStore } from '../attachments/index.ts';
import { rebuild } from '../ingest/index.ts';
import {
  beginEpoch,
  flush,
  moveBackupHorizon,
  openFileTables,
  openPostgresStore,
  openPostgresTables,
  postgresProblem,
  type Tables,
} from '../store/index.ts';
import { copyRows } from './copy/copyTable.ts';
import { copyStore, nameServer } from './copy/copyStore.ts';
import { TABLE_NAMES } from './copy/tableKeys.ts';
import { copyDatabase } from './copyDatabase.ts';
import { heldFindings } from './heldFindings.ts';
import { verifyData } from './verifyData.ts';

/** Milliseconds that the clocks of servers may be apart from ours: what they acknowledged later than this may be missing from a backup. */
const CLOCKS_APART = 5 * 60_000;

/**
 * `backUp` for a store in PostgreSQL: its tables as they are at one moment, in a file as SQLite servers have it, which either kind of
 * store can be restored from. Servers go on meanwhile.
 */
export async function backUpPostgres(url: string, to: string, clock: Clock) {
  if (existsSync(to)) return err(`${to} is there already. Give each backup a name of its own with -o.`);
  const started = clock.now();
  const unproved = `${to}.unproved`;
  return inPostgres(url, async (db) => {
    try {
      const taken = await takeSnapshot(db, unproved);
      if (!taken.ok) return taken;
      const { responses, newestAt, findings } = heldFindings(unproved);
      if (findings.length > 0)
        return err(`The copy is not whole, and no backup was kept:\n${findings.join('\n')}`);
      renameSync(unproved, to);
      flush(dirname(to));
      const horizon = Math.max(0, Math.min(started, newestAt) - CLOCKS_APART);
      await db.transaction().execute((tx) => moveBackupHorizon(tx, horizon));
      return ok({ responses, horizon });
    } finally {
      for (const part of ['', '-wal', '-shm']) rmSync(unproved + part, { force: true });
    }
  });
}

/**
 * `verifyData` for a store in PostgreSQL: of a copy in the folder for temporary files, which needs the room for twice the data. The
 * contents of attachments are looked at where it is said where they lie, as the database does not know.
 */
export async function verifyPostgres(url: string, contents: AttachmentStore | null = null) {
  const scratch = mkdtempSync(join(tmpdir(), 'earshot-verify-'));
  try {
    const taken = await inPostgres(url, (db) => takeSnapshot(db, join(scratch, 'earshot.sqlite')));
    return taken.ok ? await verifyData(scratch, contents) : taken;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `restore` into an empty PostgreSQL database. Broken off, it goes on when it is run again with the same backup. */
export async function restoreIntoPostgres(
  from: string,
  url: string,
  { clock, random }: { readonly clock: Clock; readonly random: RandomSource },
) {
  if (!existsSync(from)) return err(`There is no file ${from}.`);
  const { responses, findings } = heldFindings(from);
  if (findings.length > 0)
    return err(`The backup is not whole, and nothing was changed:\n${findings.join('\n')}`);
  const copied = await inPostgres(url, (to) => copyInto(from, to, { clock, random }));
  return copied.ok ? ok({ responses, setAside: null }) : copied;
}

/** `rebuildData` for a store in PostgreSQL. Servers may be at work: what comes in meanwhile waits. */
export async function rebuildPostgres(
  url: string,
  { clock, random }: { readonly clock: Clock; readonly random: RandomSource },
) {
  const opened = await openPostgresStore(url, clock, random);
  if (!opened.ok) return opened;
  try {
    return ok(await rebuild(opened.value));
  } finally {
    await opened.value.close();
  }
}

async function copyInto(
  from: string,
  to: Kysely<Tables>,
  { clock, random }: { readonly clock: Clock; readonly random: RandomSource },
): Promise<Result<void, string>> {
  const named = await to.selectFrom('server').select('server_id').executeTakeFirst();
  if (named !== undefined)
    return err('The database holds a store already. Give an empty one in DATABASE_URL.');
  const scratch = mkdtempSync(join(tmpdir(), 'earshot-restore-'));
  try {
    // Of a copy, as a backup may be older than this version and is never changed.
    const copy = join(scratch, 'earshot.sqlite');
    copyDatabase(from, copy);
    // Before the copying, so that the database is never a store under the old epoch.
    const begun = await beginEpoch(copy, clock, random);
    if (!begun.ok) return begun;
    const source = await openFileTables(copy, false);
    if (!source.ok) return source;
    try {
      const copied = await copyStore(source.value, to);
      return copied.ok ? await nameServer(source.value, to) : copied;
    } finally {
      await source.value.destroy();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** All tables as they are at one moment, in a new file that is on the disk when this ends. */
async function takeSnapshot(db: Kysely<Tables>, path: string): Promise<Result<void, string>> {
  for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true });
  const to = await openFileTables(path, true);
  if (!to.ok) return to;
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        for (const table of TABLE_NAMES) await copyRows(tx, to.value, table);
      });
  } finally {
    await to.value.destroy();
  }
  flush(path);
  return ok(undefined);
}

async function inPostgres<T>(
  url: string,
  work: (db: Kysely<Tables>) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  try {
    const db = await openPostgresTables(url);
    if (!db.ok) return db;
    try {
      return await work(db.value);
    } finally {
      await db.value.destroy();
    }
  } catch (error) {
    return err(postgresProblem(url, error));
  }
}
