import Database from 'better-sqlite3';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../store/index.ts';
import { systemClock, systemRandom } from '../systemPorts.ts';
import { sampleResponse, startTestServer } from '../testing/index.ts';
import { backUp, restore, verifyData } from './index.ts';
import { Doomed } from './rehearsal/doomed.ts';

const IN_BACKUP = 5;
const ACKNOWLEDGED = 12;

describe('a restore', () => {
  /** Of a server that was killed: what it acknowledged stands in the log. */
  let killed: string;
  let backup: string;
  let scratch: string;
  let folder: string;
  let epoch: string;
  let doomed: Doomed;
  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'earshot-'));
    backup = join(scratch, 'backup.sqlite');
    killed = join(scratch, 'killed');
    const server = await startTestServer();
    const device = await server.device();
    const say = (count: number) =>
      device.push(Array.from({ length: count }, () => device.seal(sampleResponse({ face: 5 }))));
    await say(IN_BACKUP);
    expect(await backUp(server.folder, backup, systemClock)).toMatchObject({ ok: true });
    await say(ACKNOWLEDGED - IN_BACKUP);
    epoch = server.store.storeEpoch;
    cpSync(server.folder, killed, { recursive: true, filter: (path) => !path.endsWith('-shm') });
    await server.stop();
    doomed = new Doomed(
      'restore.ts',
      '{ restore }',
      `const restored = await restore(process.argv[3], process.argv[4], systemClock, systemRandom);
      process.exitCode = restored.ok ? 0 : 1;`,
    );
  });
  afterAll(() => {
    doomed.remove();
    rmSync(scratch, { recursive: true, force: true });
  });
  beforeEach(() => {
    folder = mkdtempSync(join(scratch, 'data-'));
  });

  /** What a server finds that is started on the folder as it is now; the folder stays as it is. */
  async function startedOn(): Promise<string> {
    const copy = mkdtempSync(join(scratch, 'started-'));
    cpSync(folder, copy, { recursive: true });
    const store = await openStore(copy, systemClock, systemRandom);
    if (!store.ok) return store.error.replaceAll(copy, 'the folder');
    const count = await store.value.read.selectFrom('inbox').select('arrival').execute();
    await store.value.close();
    return `${String(count.length)} in ${store.value.storeEpoch === epoch ? 'the old' : 'a new'} epoch`;
  }
  const kept = (): readonly number[] =>
    readdirSync(folder)
      .filter((name) => /^before-restore-\d+\.sqlite$/.test(name))
      .map((name) => responsesIn(join(folder, name)));
  const again = () => restore(backup, folder, systemClock, systemRandom);

  it('[H6] killed at any of its steps lets no server start on less than there was, and ends when it is run again', async () => {
    const found: string[] = [];
    for (let step = 1; ; step += 1) {
      rmSync(folder, { recursive: true });
      cpSync(killed, folder, { recursive: true });
      if (!(await doomed.diesAt(step, [backup, folder]))) break;
      found.push(await startedOn());
      expect(await again()).toMatchObject({ ok: true, value: { responses: IN_BACKUP } });
      expect(await startedOn()).toBe(`${String(IN_BACKUP)} in a new epoch`);
      expect(kept()).toContain(ACKNOWLEDGED);
      expect(readdirSync(folder).filter((name) => /arriving|unfinished/.test(name))).toEqual([]);
    }
    expect(await verifyData(folder)).toMatchObject({ ok: true, value: { findings: [] } });
    expect(found[0]).toBe(`${String(ACKNOWLEDGED)} in the old epoch`);
    const refused = found.filter((one) => one.includes('Run "earshot restore FILE" again'));
    expect(refused.length).toBeGreaterThan(5);
    const started = new Set(found.filter((one) => !refused.includes(one)));
    expect([...started]).toEqual([
      `${String(ACKNOWLEDGED)} in the old epoch`,
      `${String(IN_BACKUP)} in a new epoch`,
    ]);
  });

  it('into a new folder, killed at any of its steps, lets no server begin an empty store once it began', async () => {
    for (let step = 2; await doomed.diesAt(step, [backup, folder]); step += 1) {
      expect(await startedOn()).toMatch(/Run "earshot restore FILE" again|^5 in a new epoch$/);
      expect(await again()).toMatchObject({ ok: true });
      rmSync(folder, { recursive: true });
    }
    expect(await startedOn()).toBe(`${String(IN_BACKUP)} in a new epoch`);
  });

  it('whose first word in the folder was cut short by a power cut ends when it is run again', async () => {
    cpSync(killed, folder, { recursive: true });
    writeFileSync(join(folder, 'restore-unfinished'), '');
    expect(await verifyData(folder)).toMatchObject({
      ok: false,
      error: expect.stringContaining('again') as string,
    });
    expect(await again()).toMatchObject({ ok: true });
    expect(kept()).toEqual([ACKNOWLEDGED]);
  });

  it('takes the place of a damaged database, and keeps its log beside it', async () => {
    cpSync(killed, folder, { recursive: true });
    writeFileSync(
      join(folder, 'earshot.sqlite'),
      'not a database, but 12 responses stand in its log'.repeat(100),
    );
    const restored = await again();
    expect(await startedOn()).toBe(`${String(IN_BACKUP)} in a new epoch`);
    expect(restored.ok && existsSync(`${restored.value.setAside ?? ''}-wal`)).toBe(true);
  });

  it('changes nothing where another program has the database open, or the backup is of a newer version', async () => {
    cpSync(killed, folder, { recursive: true });
    const reader = new Database(join(folder, 'earshot.sqlite'));
    reader.prepare('select count(*) from inbox').get();
    expect(await again()).toMatchObject({ ok: false, error: expect.stringContaining('open') as string });
    reader.close();
    const newer = join(scratch, 'newer.sqlite');
    cpSync(backup, newer);
    const database = new Database(newer);
    database.exec("insert into migration values ('9999_future', '2030')");
    database.close();
    expect(await restore(newer, folder, systemClock, systemRandom)).toMatchObject({
      ok: false,
      error: expect.stringContaining('newer version') as string,
    });
    expect(await startedOn()).toBe(`${String(ACKNOWLEDGED)} in the old epoch`);
  });
});

function responsesIn(path: string): number {
  const database = new Database(path, { readonly: true });
  const count = database.prepare('select count(*) from inbox').pluck().get() as number;
  database.close();
  return count;
}
