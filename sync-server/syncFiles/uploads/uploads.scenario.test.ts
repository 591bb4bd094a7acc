import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReceipt, type Audit } from '../../../core/protocol/index.ts';
import { startTestServer, type TestConsole, type TestServer } from '../../testing/index.ts';
import { fileOf, inboxOf } from '../rehearsal/savedFile.ts';
import { Uploading } from '../rehearsal/uploading.ts';

let server: TestServer;
let person: TestConsole;
let browser: Uploading;
beforeEach(async () => {
  server = await startTestServer();
  person = await server.console();
  browser = new Uploading(server.origin, person);
});
afterEach(() => server.stop());

const uploadsFolder = (): string => join(server.folder, 'sync-files', 'uploads');

describe('a sync file brought to the console', () => {
  it('is looked through before anything of it is taken in', async () => {
    const { bytes, device, items } = await fileOf(server, 7);
    await device.push(items.slice(0, 2));
    const shown = await browser.bring('till-3.earshot', bytes);
    expect(shown).toMatchObject({
      name: 'till-3.earshot',
      phase: 'ready',
      startedBy: 'Anna',
      report: null,
      preview: {
        preview: true,
        state: 'merged',
        origin: { deviceId: device.deviceId, responses: 7 },
        counts: { read: 7, new: 5, duplicate: 2 },
      },
    });
    expect(await inboxOf(server)).toHaveLength(2);
  });

  it('is taken in when a person says so, with a report and a receipt', async () => {
    const { bytes, device } = await fileOf(server, 7);
    const { uploadId } = await browser.bring('kase №3.earshot', bytes);
    const done = await browser.takeIn(uploadId);
    expect(done).toMatchObject({
      finishedBy: 'Anna',
      failed: false,
      hasReceipt: true,
      report: { preview: false, state: 'merged', counts: { read: 7, new: 7 } },
    });
    expect(await inboxOf(server)).toHaveLength(7);

    const receipt = await browser.get(`/${uploadId}/receipt`);
    expect(receipt.headers.get('content-disposition')).toContain("UTF-8''kase%20%E2%84%963.receipt");
    const named = { serverId: server.store.serverId, deviceId: device.deviceId };
    expect(parseReceipt(await receipt.text(), named).ok).toBe(true);
    const report = await browser.get(`/${uploadId}/report`);
    expect(await report.json()).toEqual(done.report);
    expect(existsSync(join(uploadsFolder(), `${uploadId}.bytes`))).toBe(false);
  });

  it('leaves a trace in the audit log when it is taken in, and when it is taken back', async () => {
    const { bytes } = await fileOf(server, 2);
    const { uploadId } = await browser.bring('a.earshot', bytes);
    await browser.takeIn(uploadId);
    const other = await browser.bring('b.earshot', bytes);
    await browser.remove(other.uploadId);
    const { entries } = (await (await person.get('/api/console/audit')).json()) as Audit;
    expect(
      entries
        .slice(0, 2)
        .map(({ act, personName, subject, detail }) => [act, personName, subject, detail['name']]),
    ).toEqual([
      ['upload_removed', 'Anna', other.uploadId, 'b.earshot'],
      ['upload_taken', 'Anna', uploadId, 'a.earshot'],
    ]);
  });

  it('that is taken in twice at the same moment is begun once', async () => {
    const { bytes } = await fileOf(server, 2);
    const { uploadId } = await browser.bring('a.earshot', bytes);
    const pressed = await Promise.all([browser.merge(uploadId), browser.merge(uploadId)]);
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await browser.reaches(uploadId, 'done')).report).toMatchObject({ counts: { new: 2 } });
  });

  it('L9 brought twice, in parallel and under another name, changes nothing', async () => {
    const { bytes, items } = await fileOf(server, 12);
    const both = await Promise.all([browser.bring('a.earshot', bytes), browser.bring('b.bin', bytes)]);
    const done = await Promise.all(both.map(({ uploadId }) => browser.takeIn(uploadId)));
    expect(done.map(({ report }) => report?.counts.new).sort()).toEqual([0, 12]);
    expect(await inboxOf(server)).toEqual(items.map(({ responseId }) => responseId).sort());
    expect((await browser.list()).map(({ name }) => name).sort()).toEqual(['a.earshot', 'b.bin']);
  });

  it('that cannot be read is kept when a person says so, and has no receipt', async () => {
    const { uploadId, preview } = await browser.bring('holiday.jpg', Buffer.from('not at all'));
    expect(preview).toMatchObject({ state: 'refused', trouble: 'notAge' });
    const { report, hasReceipt } = await browser.takeIn(uploadId);
    expect(hasReceipt).toBe(false);
    expect(readdirSync(join(server.folder, 'sync-files', 'kept'))).toEqual([
      `${report?.file.sha256 ?? ''}.earshot`,
    ]);
    expect((await browser.get(`/${uploadId}/receipt`)).status).toBe(404);
  });

  it('is taken back without a trace as long as it is not taken in', async () => {
    const { bytes } = await fileOf(server, 2);
    const { uploadId } = await browser.bring('a.earshot', bytes);
    expect((await browser.remove(uploadId)).status).toBe(200);
    expect(readdirSync(uploadsFolder())).toEqual([]);
    const other = await browser.bring('a.earshot', bytes);
    await browser.takeIn(other.uploadId);
    expect((await browser.remove(other.uploadId)).status).toBe(409);
  });
});
