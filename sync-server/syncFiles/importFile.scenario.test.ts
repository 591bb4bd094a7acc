import { readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseReceipt, readVerdicts } from '../../core/protocol/index.ts';
import { sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';
import { importFile } from './importFile.ts';
import { photoOf } from './rehearsal/photo.ts';
import { fileOf, fileWith, inboxOf, partsOf } from './rehearsal/savedFile.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

describe('a sync file', () => {
  it('L9 brings its responses in once, whatever it is called and how often it comes', async () => {
    const { path, items } = await fileOf(server, 23);
    const first = await importFile(partsOf(server), path);
    expect(first.report).toMatchObject({
      state: 'merged',
      signature: 'valid',
      counts: { read: 23, new: 23, duplicate: 0 },
      truncated: null,
      holes: [],
    });
    const again = join(server.folder, 'renamed.bin');
    writeFileSync(again, readFileSync(path));
    const both = await Promise.all([importFile(partsOf(server), again), importFile(partsOf(server), path)]);
    for (const { report } of both)
      expect(report).toMatchObject({ state: 'merged', counts: { read: 23, new: 0, duplicate: 23 } });
    expect(await inboxOf(server)).toEqual(items.map(({ responseId }) => responseId).sort());
  });

  it('L9 mixed with the network changes nothing', async () => {
    const { path, device, items } = await fileOf(server, 10);
    await device.push(items.slice(3, 7));
    const { report } = await importFile(partsOf(server), path);
    expect(report.counts).toMatchObject({ read: 10, new: 6, duplicate: 4 });
    const pushed = await device.push(items);
    expect(pushed.body.items.map(({ verdict }) => verdict)).toEqual(items.map(() => 'duplicate'));
    expect(await inboxOf(server)).toHaveLength(10);
    const sources = await server.store.read.selectFrom('inbox').select('source').orderBy('arrival').execute();
    expect(sources.map(({ source }) => source).join()).toMatch(/^(network,){4}(file,){5}file$/);
  });

  it('a preview writes nothing and tells what would come of it', async () => {
    const { path, device, items } = await fileOf(server, 4);
    await device.push(items.slice(0, 1));
    const { report, receipt } = await importFile(partsOf(server), path, { preview: true });
    expect(report).toMatchObject({
      preview: true,
      state: 'merged',
      counts: { read: 4, new: 3, duplicate: 1 },
    });
    expect(receipt).toBeNull();
    expect(await inboxOf(server)).toHaveLength(1);
  });

  it('L10 of a revoked device goes to quarantine', async () => {
    const { path, device } = await fileOf(server, 2);
    const console = await server.console();
    await console.post(`/api/console/devices/${device.deviceId}/revocation`, { revoked: true });
    const { report } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({ revokedDevice: true, counts: { read: 2, new: 0, quarantined: 2 } });
  });

  it('L10 of a device that is not known here is kept, and nothing of it is taken', async () => {
    const { path } = await fileOf(server, 2, { deviceId: 'nobody' });
    const { report, receipt } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({ state: 'aside', trouble: 'unknownDevice', counts: { read: 0 } });
    expect(receipt).toBeNull();
    const kept = join(server.folder, 'sync-files', 'kept', `${report.file.sha256}.earshot`);
    expect(readFileSync(kept)).toEqual(readFileSync(path));
  });

  it('L3 for another server is refused', async () => {
    const { path } = await fileOf(server, 2, { serverId: 'another' });
    const { report } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({ state: 'refused', trouble: 'otherServer' });
  });

  it('L4 signed by another device gives nothing', async () => {
    const { path } = await fileWith(server, { signedBy: await server.device() });
    const { report } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({ state: 'refused', trouble: 'signatureInvalid', signature: 'invalid' });
    expect(await inboxOf(server)).toEqual([]);
  });

  it('L4 that is refused at its beginning is closed, however much of it was not read', async () => {
    const device = await server.device();
    const photo = photoOf(600_000);
    const items = [device.seal(sampleResponse({ attachments: [photo.named] }))];
    const signedBy = await server.device();
    const { path } = await fileWith(server, { device, items, attachments: [photo.carried], signedBy });
    for (let time = 0; time < 3; time += 1)
      expect((await importFile(partsOf(server), path)).report.state).toBe('refused');
    const open = (): readonly string[] =>
      readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          return readlinkSync(join('/proc/self/fd', fd));
        } catch {
          return [];
        }
      });
    await vi.waitFor(() => expect(open()).not.toContain(path));
  });

  it('a file written for other keys says which', async () => {
    const other = await startTestServer();
    const { path } = await fileOf(server, 1, {}, other.fileKeys.announced.recipients);
    await other.stop();
    const { report } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({ state: 'refused', trouble: 'undecryptable' });
    expect(report.keyIds).toHaveLength(2);
    expect(report.keyIds[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('no sync file at all is refused with a sentence and kept', async () => {
    const path = join(server.folder, 'holiday.jpg');
    writeFileSync(path, 'not at all');
    const { report } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({ state: 'refused', trouble: 'notAge' });
    expect(report.detail).toMatch(/not encrypted with age/);
  });

  it('R1 R2 R3 its receipt is signed and answers each batch as a push is answered', async () => {
    const { path, device, items } = await fileOf(server, 12);
    const { receipt } = await importFile(partsOf(server), path);
    const text = readFileSync(receipt ?? '', 'utf8');
    const read = parseReceipt(text, { serverId: server.store.serverId, deviceId: device.deviceId });
    if (!read.ok) throw new Error(read.error);
    const { batches } = read.value;
    expect(batches.flatMap(({ seqs }) => seqs)).toEqual(items.map(({ seq }) => seq));
    const verdicts = batches.flatMap(({ seqs, reply }) =>
      readVerdicts(
        reply,
        String(reply['batchId']),
        items.filter(({ seq }) => seqs.includes(seq)),
      ),
    );
    expect(verdicts).toEqual(items.map(() => 'stored'));
  });
});
