import Database from 'better-sqlite3';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, readBackupHorizon } from '../store/index.ts';
import { systemRandom } from '../systemPorts.ts';
import { NOON, sampleResponse, startTestServer, type TestDevice, type TestServer } from '../testing/index.ts';
import { backUp, restore, verifyData } from './index.ts';

const YEAR = 365 * 86_400_000;

let server: TestServer;
let device: TestDevice;
let safe: string;
beforeEach(async () => {
  server = await startTestServer();
  device = await server.device();
  safe = mkdtempSync(join(tmpdir(), 'earshot-'));
});
afterEach(async () => {
  await server.stop();
  rmSync(safe, { recursive: true, force: true });
});

const say = (faces: readonly number[]) =>
  device.push(faces.map((face) => device.seal(sampleResponse({ face }))));
const responsesIn = (path: string): number => {
  const database = new Database(path, { readonly: true });
  const count = database.prepare('select count(*) from inbox').pluck().get() as number;
  database.close();
  return count;
};

describe('a backup', () => {
  it('[H7] is made while the server works, read back, and moves the horizon that devices see', async () => {
    await say([5, 4, 3]);
    server.clock.advance(60_000);
    const file = join(safe, 'backup.sqlite');
    expect(await backUp(server.folder, file, server.clock)).toEqual({
      ok: true,
      value: { responses: 3, horizon: NOON },
    });
    await say([1]);
    expect(responsesIn(file)).toBe(3);
    expect((await device.hello()).body.backupHorizon).toBe(NOON);
    expect(readdirSync(safe)).toEqual(['backup.sqlite']);
  });

  it('[H7] made while the clock is a year ahead promises no more than it holds', async () => {
    const horizon = async (): Promise<number | undefined> => (await device.hello()).body.backupHorizon;
    const ahead = {
      now: () => server.clock.now() + YEAR,
      monotonic: () => server.clock.monotonic(),
    };
    await say([5]);
    await backUp(server.folder, join(safe, 'ahead.sqlite'), ahead);
    expect(await horizon()).toBe(NOON);
    server.clock.advance(60_000);
    await say([3]);
    await backUp(server.folder, join(safe, 'right.sqlite'), server.clock);
    expect(await horizon()).toBe(NOON + 60_000);
  });

  it('never takes the place of another one', async () => {
    await say([5]);
    const file = join(safe, 'backup.sqlite');
    await backUp(server.folder, file, server.clock);
    server.clock.advance(60_000);
    expect(await backUp(server.folder, file, server.clock)).toMatchObject({ ok: false });
    expect(await readBackupHorizon(server.store.read)).toBe(NOON);
  });

  it('that is not whole is not kept and moves nothing', async () => {
    await say([5]);
    spoil(server.folder, `update inbox set payload = cast('{}' as blob)`);
    const made = await backUp(server.folder, join(safe, 'backup.sqlite'), server.clock);
    expect(made).toMatchObject({ ok: false });
    expect(readdirSync(safe)).toEqual([]);
    expect(await readBackupHorizon(server.store.read)).toBe(0);
  });

  describe('of a killed server whose folder can not be written', () => {
    const log = (): string => join(safe, 'killed', 'earshot.sqlite-shm');
    const madeOfIt = async (): Promise<string> => {
      const made = await backUp(join(safe, 'killed'), join(safe, 'backup.sqlite'), server.clock);
      return made.ok ? 'made' : made.error;
    };
    beforeEach(async () => {
      await say([5, 4]);
      cpSync(server.folder, join(safe, 'killed'), {
        recursive: true,
        filter: (path) => !path.endsWith('-shm'),
      });
    });

    it('is not made, and what is said names that folder', async () => {
      // What SQLite has to write beside it to read it has no place, whatever rights this account has.
      symlinkSync(join(safe, 'nowhere', 'at', 'all'), log());
      expect(await madeOfIt()).toMatch(/^The database in .*killed can't be used .*the right to write/);
      expect(existsSync(join(safe, 'backup.sqlite'))).toBe(false);
    });

    it('is kept where it could be made, though devices can not be told', async () => {
      mkdirSync(log());
      expect(await madeOfIt()).toMatch(
        /backup\.sqlite is whole, but .*The database in .*killed can't be used/,
      );
      expect(responsesIn(join(safe, 'backup.sqlite'))).toBe(2);
    });
  });

  it('[H6] comes back whole, sets aside what was there, and devices send again what it lacks', async () => {
    await say([5, 4]);
    const file = join(safe, 'backup.sqlite');
    await backUp(server.folder, file, server.clock);
    await say([1]);
    const before = server.store.storeEpoch;
    const copy = join(safe, 'data');
    expect(await restore(file, copy, server.clock, systemRandom)).toEqual({
      ok: true,
      value: { responses: 2, setAside: null },
    });
    expect(await verifyData(copy)).toEqual({ ok: true, value: { responses: 2, findings: [] } });
    const again = await restore(file, copy, server.clock, systemRandom);
    expect(again).toMatchObject({
      ok: true,
      value: { setAside: expect.stringContaining('before-restore-') as string },
    });
    expect(again.ok && again.value.setAside !== null && existsSync(again.value.setAside)).toBe(true);
    const store = await openStore(copy, server.clock, systemRandom);
    expect(store.ok && store.value.storeEpoch !== before).toBe(true);
    if (store.ok) await store.value.close();
  });

  it('is refused where a server works, and where it is damaged', async () => {
    const file = join(safe, 'backup.sqlite');
    await backUp(server.folder, file, server.clock);
    expect(await restore(file, server.folder, server.clock, systemRandom)).toMatchObject({
      ok: false,
      error: expect.stringContaining('Stop it first') as string,
    });
    expect(
      await restore(join(safe, 'nowhere'), join(safe, 'data'), server.clock, systemRandom),
    ).toMatchObject({ ok: false });
  });
});

describe('verifying', () => {
  const findings = async () => {
    const verified = await verifyData(server.folder);
    return verified.ok ? verified.value.findings : [verified.error];
  };

  it('finds nothing wrong with a server at work, and leaves nothing behind', async () => {
    await say([5, 4, 3, 2, 1]);
    const names = readdirSync(server.folder);
    expect(await verifyData(server.folder)).toEqual({ ok: true, value: { responses: 5, findings: [] } });
    expect(readdirSync(server.folder)).toEqual(names);
  });

  it.each([
    ['bytes', `update inbox set payload = cast('{}' as blob)`, 'hash'],
    ['a counter', `update counter set count = count + 1`, 'counters'],
    ['a counted response', `delete from response`, 'responses that count'],
    ['a link', `update inbox set chain = 'f' where seq = 2`, 'does not follow'],
    ['what is noted of a sequence', `delete from device_range`, 'numbers are not noted'],
    ['the chain', `delete from device_chain`, 'not noted'],
    [
      'the inbox, which lacks one',
      `delete from inbox where seq = 3`,
      '1 responses were acknowledged and are not here',
    ],
    ['the inbox, which lacks all', `delete from inbox`, '3 responses were acknowledged and are not here'],
  ])('tells when %s was changed', async (_, statement, word) => {
    await say([5, 4, 3]);
    spoil(server.folder, statement);
    expect((await findings()).join()).toContain(word);
  });

  it('says what to do where there is no database', async () => {
    expect(await verifyData(join(safe, 'empty'))).toMatchObject({ ok: false });
  });
});

/** What no part of the server does: somebody with a tool changes what lies on the disk. */
function spoil(folder: string, statement: string): void {
  const database = new Database(join(folder, 'earshot.sqlite'));
  const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
  for (const name of triggers as readonly string[]) database.exec(`drop trigger ${name}`);
  database.exec(statement);
  database.close();
}
