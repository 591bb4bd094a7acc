import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../core/kernel/index.ts';
import { RehearsedClock } from '../testing/index.ts';
import { systemRandom } from '../systemPorts.ts';
import { openStore, storeProblem, type Store } from './index.ts';

const errorOf = (result: Result<unknown, string>): string => (result.ok ? '' : result.error);

describe('opening the store', () => {
  let folder: string;
  const opened: Store[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (where = folder) => {
    const result = await openStore(where, new RehearsedClock(1), systemRandom);
    if (result.ok) opened.push(result.value);
    return result;
  };
  const mustOpen = async (): Promise<Store> => {
    const result = await open();
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };
  const other = () => new Database(join(folder, 'earshot.sqlite'), { timeout: 0 });

  it('keeps its identity from start to start, and another folder has another one', async () => {
    const first = await mustOpen();
    await first.close();
    opened.length = 0;
    const again = await mustOpen();
    const elsewhere = await open(join(folder, 'deep', 'er'));
    expect(again.serverId).toBe(first.serverId);
    expect(again.storeEpoch).toBe(first.storeEpoch);
    expect(elsewhere.ok && elsewhere.value.serverId).not.toBe(first.serverId);
  });

  it('leaves the database of another program alone, and says so in one line', async () => {
    const foreign = other();
    foreign.exec('create table survey (a integer)');
    foreign.close();
    expect(errorOf(await open())).toMatch(
      /^The file earshot\.sqlite there belongs to another program.*--data\.$/,
    );
    const after = other();
    expect(after.prepare('select name from sqlite_master').pluck().all()).toEqual(['survey']);
    after.close();
  });

  it('tells for each trouble of the disk what helps against it', () => {
    const trouble = (code: string) => storeProblem('/data', Object.assign(new Error('no'), { code }));
    expect(trouble('SQLITE_FULL')).toBe(
      "The database in /data can't be used (no). Make room on its disk, or choose another folder with --data.",
    );
    expect(trouble('SQLITE_NOTADB')).toContain('Put a backup in its place, or');
    expect(trouble('SQLITE_READONLY')).toContain('Give this account the right to write');
  });

  it('flushes every commit to the disk: write-ahead log, synchronous FULL', async () => {
    const store = await mustOpen();
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await store.write((tx) =>
        sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(tx),
      );
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('trusted_schema')).toBe(0);
  });

  it('holds the write lock from the first moment of a transaction', async () => {
    const store = await mustOpen();
    await store.write(async () => {
      const intruder = other();
      expect(() => intruder.exec('begin immediate')).toThrow('locked');
      intruder.close();
    });
  });

  it('shows readers only what is committed, and lets them write nothing', async () => {
    const store = await mustOpen();
    const erased = { tenant_id: 'main', response_id: 'r', erased_at: 1 };
    await store.write(async (tx) => {
      await tx.insertInto('tombstone').values(erased).execute();
      expect(await store.read.selectFrom('tombstone').selectAll().execute()).toEqual([]);
    });
    expect(await store.read.selectFrom('tombstone').selectAll().execute()).toEqual([erased]);
    await expect(store.read.deleteFrom('tombstone').execute()).rejects.toThrow('readonly');
  });

  it('takes nothing of a transaction that failed', async () => {
    const store = await mustOpen();
    const failing = store.write(async (tx) => {
      await tx
        .insertInto('tombstone')
        .values({ tenant_id: 'main', response_id: 'r', erased_at: 1 })
        .execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.read.selectFrom('tombstone').selectAll().execute()).toEqual([]);
  });

  it.each([
    ['moved-17.sqlite', /was moved into PostgreSQL .*moved-17\.sqlite.*DATABASE_URL.*begin anew/],
    ['moving-17.sqlite', /has not ended.*"earshot move-store" again/],
    ['before-restore-17.sqlite', /set aside as .*before-restore-17\.sqlite.*"earshot restore".*begin anew/],
    ['restore-unfinished', /restore into .* has not ended.*"earshot restore FILE" again/],
  ])('begins no empty store beside %s, and says what to do', async (name, sentence) => {
    writeFileSync(join(folder, name), '');
    expect(errorOf(await open())).toMatch(sentence);
    expect(existsSync(join(folder, 'earshot.sqlite'))).toBe(false);
    rmSync(join(folder, name));
    await mustOpen();
  });

  it('is not kept from its work by what was set aside before it, but by a restore that has not ended', async () => {
    await (await mustOpen()).close();
    opened.length = 0;
    for (const name of ['moved-17.sqlite', 'before-restore-17.sqlite']) writeFileSync(join(folder, name), '');
    await (await mustOpen()).close();
    opened.length = 0;
    writeFileSync(join(folder, 'restore-unfinished'), '');
    expect(errorOf(await open())).toContain('has not ended');
  });

  it('refuses a second server on the same folder, in words', async () => {
    await mustOpen();
    expect(errorOf(await open())).toMatch(/^Another Earshot server .*--data/);
  });

  it('gives the folder free with the store', async () => {
    await (await mustOpen()).close();
    opened.length = 0;
    expect((await open()).ok).toBe(true);
  });

  it('leaves a database of a newer version alone, in words', async () => {
    await (await mustOpen()).close();
    opened.length = 0;
    const database = other();
    database.exec("insert into migration values ('9999_future', '2030')");
    database.close();
    expect(errorOf(await open())).toMatch(/newer version .*9999_future.*--data/);
    expect(errorOf(await open())).toContain('newer');
  });

  it('refuses a folder that cannot be made, in words', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(errorOf(await open(join(folder, 'file', 'data')))).toMatch(
      /can't be made or written: a file is in its place.*--data/,
    );
    expect(errorOf(await open(join(folder, 'file')))).toContain('a file is in its place');
  });

  it('runs its migrations again without harm after one was cut short', async () => {
    await (await mustOpen()).close();
    opened.length = 0;
    const database = other();
    database.exec('delete from migration');
    database.close();
    expect((await open()).ok).toBe(true);
  });

  it('refuses to change or empty the inbox, whoever asks', async () => {
    const store = await mustOpen();
    const database = other();
    database.exec(
      `insert into inbox values (1, 'main', 'r', 1, 'h', x'7b7d', 0, 'd', 't', 'e', 1, 'c', 'b', 0, 1, 0, '')`,
    );
    expect(() => database.exec("update inbox set payload = x'00'")).toThrow('immutable');
    expect(() => database.exec('delete from inbox')).toThrow('immutable');
    database.close();
    expect(await store.read.selectFrom('inbox').select('response_id').execute()).toHaveLength(1);
  });
});
