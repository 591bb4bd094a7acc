import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReceipt, type ImportReport } from '../../../core/protocol/index.ts';
import { importFiles } from '../../operations/index.ts';
import { systemRandom } from '../../systemPorts.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { fileOf, inboxOf, type SavedFile } from '../rehearsal/savedFile.ts';
import { Uploading } from '../rehearsal/uploading.ts';

let server: TestServer;
let outside: string;
beforeEach(async () => {
  server = await startTestServer();
  outside = mkdtempSync(join(tmpdir(), 'earshot-stick-'));
});
afterEach(async () => {
  await server.stop();
  rmSync(outside, { recursive: true });
});

const place = (...names: string[]): string => join(server.folder, ...names);

async function untilThere(path: string): Promise<void> {
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 20));
}

const reportAt = (path: string): ImportReport => JSON.parse(readFileSync(path, 'utf8')) as ImportReport;

describe('the watched folder', () => {
  it('takes in what is put there and lays report and receipt beside it', async () => {
    const { bytes, device, items } = await fileOf(server, 6);
    writeFileSync(place('incoming', 'till-3.earshot'), bytes);
    await untilThere(place('imported', 'till-3.earshot'));
    expect(readdirSync(place('incoming'))).toEqual([]);
    expect(reportAt(place('imported', 'till-3.earshot.report.json'))).toMatchObject({
      file: { name: 'till-3.earshot' },
      counts: { new: 6 },
    });
    expect(readFileSync(place('imported', 'till-3.earshot.report.txt'), 'utf8')).toContain('taken in whole');
    const named = { serverId: server.store.serverId, deviceId: device.deviceId };
    expect(parseReceipt(readFileSync(place('imported', 'till-3.receipt'), 'utf8'), named).ok).toBe(true);
    expect(await inboxOf(server)).toHaveLength(items.length);
    const [listed] = await new Uploading(server.origin, await server.console()).list();
    expect(listed).toMatchObject({ name: 'till-3.earshot', via: 'folder', startedBy: null, phase: 'done' });
    const acts = await server.store.read
      .selectFrom('audit')
      .select(['act', 'person_name', 'detail'])
      .execute();
    expect(acts.filter(({ act }) => act === 'file_imported')).toEqual([
      {
        act: 'file_imported',
        person_name: 'incoming/',
        detail: JSON.stringify({
          name: 'till-3.earshot',
          bytes: bytes.length,
          state: 'merged',
          read: 6,
          new: 6,
        }),
      },
    ]);
  });

  it('refuses what is no sync file, and leaves alone what is not called one', async () => {
    writeFileSync(place('incoming', 'notes.txt'), 'bring milk');
    writeFileSync(place('incoming', 'photo.earshot'), 'not at all');
    await untilThere(place('refused', 'photo.earshot'));
    expect(reportAt(place('refused', 'photo.earshot.report.json')).trouble).toBe('notAge');
    expect(readdirSync(place('incoming'))).toEqual(['notes.txt']);
  });
});

describe('earshot import beside a running server', () => {
  const clock = { now: () => server.clock.now(), monotonic: () => 0 };
  const onStick = ({ bytes }: SavedFile): string => {
    const path = join(outside, 'till-3.earshot');
    writeFileSync(path, bytes);
    return path;
  };
  const run = (path: string, preview = false) =>
    importFiles([path], server.folder, { clock, random: systemRandom, preview });

  it('hands a copy over and answers with the report and the receipt', async () => {
    const path = onStick(await fileOf(server, 6));
    const looked = await run(path, true);
    expect(looked).toMatchObject({ ok: true, value: [{ report: { preview: true, counts: { new: 6 } } }] });
    expect(await inboxOf(server)).toHaveLength(0);
    const taken = await run(path);
    if (!taken.ok) throw new Error(taken.error);
    const [only] = taken.value;
    expect(only?.report).toMatchObject({
      file: { name: 'till-3.earshot' },
      state: 'merged',
      counts: { new: 6 },
    });
    expect(existsSync(only?.receipt ?? '')).toBe(true);
    expect(await inboxOf(server)).toHaveLength(6);
    expect(existsSync(path)).toBe(true);
    expect(readdirSync(place('incoming'))).toEqual([]);
  });
});
