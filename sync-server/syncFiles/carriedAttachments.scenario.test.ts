import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReceipt, type AttachmentWord } from '../../core/protocol/index.ts';
import { sampleResponse, startTestServer, type TestDevice, type TestServer } from '../testing/index.ts';
import { importFile } from './importFile.ts';
import { heldContents, photoOf, type Photo } from './rehearsal/photo.ts';
import { fileWith, partsOf } from './rehearsal/savedFile.ts';
import { writeReport } from './writeReport.ts';

let server: TestServer;
let device: TestDevice;
beforeEach(async () => {
  server = await startTestServer();
  device = await server.device();
});
afterEach(() => server.stop());

const heard = (...photos: readonly Photo[]) =>
  device.seal(sampleResponse({ attachments: photos.map(({ named }) => named) }));

const contentsAt = (photo: Photo): Buffer | null => heldContents(server, photo);
const inPassing = (): readonly string[] => readdirSync(join(server.folder, 'attachments', 'incoming'));

/** What the receipt says of attachments. */
function saidIn(receipt: string | null): readonly AttachmentWord[] {
  const pinned = { serverId: server.store.serverId, deviceId: device.deviceId };
  const read = parseReceipt(readFileSync(receipt ?? '', 'utf8'), pinned);
  if (!read.ok) throw new Error(read.error);
  expect(read.value.attachments.every(({ serverEpoch }) => serverEpoch === server.store.storeEpoch)).toBe(
    true,
  );
  return read.value.attachments.flatMap(({ attachments }) => attachments);
}

describe('L11 attachments in a sync file', () => {
  it('R2 are stored once, counted, and acknowledged by the receipt; the file again changes nothing', async () => {
    const [small, large] = [photoOf(700), photoOf(300_000, 'large.jpg')];
    const items = [heard(small), heard(small, large)];
    const given = { device, items, attachments: [small.carried, large.carried] };
    const { path } = await fileWith(server, given);
    const { report, receipt } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({
      state: 'merged',
      signature: 'valid',
      attachments: { read: 2, new: 2, duplicate: 0, unasked: 0, missing: { count: 0, bytes: 0 } },
    });
    expect(contentsAt(small)).toEqual(small.contents);
    expect(contentsAt(large)).toEqual(large.contents);
    expect(inPassing()).toEqual([]);
    const words = [small, large].map(({ named: { sha256, bytes } }) => ({ sha256, bytes, complete: true }));
    expect(saidIn(receipt)).toEqual(words);
    const again = await importFile(partsOf(server), path);
    expect(again.report.attachments).toMatchObject({ read: 2, new: 0, duplicate: 2 });
    expect(saidIn(again.receipt)).toEqual(words);
  });

  it('mixed with the network, each way, are complete once', async () => {
    const photo = photoOf(2_000);
    const item = heard(photo);
    await device.push([item]);
    const { path } = await fileWith(server, { device, items: [item], attachments: [photo.carried] });
    expect((await importFile(partsOf(server), path)).report.attachments).toMatchObject({ new: 1 });
    const { sha256, bytes } = photo.named;
    const asked = await device.post<Record<string, unknown>>(
      '/api/sync/attachments',
      { protocol: 1, sha256, bytes },
      { authorization: `Bearer ${device.token}` },
    );
    expect(asked.body).toMatchObject({ offset: bytes, complete: true });
  });

  it('L12 that are missing are named in the report, for programs and for the eye', async () => {
    const [here, missing] = [photoOf(500), photoOf(2_100_000, 'missing.jpg')];
    const item = heard(here, missing);
    const { path } = await fileWith(server, { device, items: [item], attachments: [here.carried] });
    const { report } = await importFile(partsOf(server), path);
    expect(report.attachments).toMatchObject({
      read: 1,
      missing: { count: 1, bytes: 2_100_000 },
      firstMissing: [{ responseId: item.responseId, name: 'missing.jpg', bytes: 2_100_000 }],
    });
    expect(writeReport(report, null)).toContain(
      `1 file (2.1 MB) still to come: missing.jpg of ${item.responseId}`,
    );
  });

  it('are foreseen by a preview, which writes nothing', async () => {
    const [asked, stray, missing] = [photoOf(500), photoOf(600), photoOf(700, 'missing.jpg')];
    const items = [heard(asked, missing)];
    const { path } = await fileWith(server, { device, items, attachments: [asked.carried, stray.carried] });
    const { report } = await importFile(partsOf(server), path, { preview: true });
    expect(report.attachments).toMatchObject({ read: 2, new: 1, unasked: 1, missing: { count: 1 } });
    expect([contentsAt(asked), contentsAt(stray)]).toEqual([null, null]);
  });

  it('that no response names are kept out, and the device is told so', async () => {
    const [asked, stray] = [photoOf(500), photoOf(600)];
    const items = [heard(asked)];
    const { path } = await fileWith(server, { device, items, attachments: [stray.carried, asked.carried] });
    const { report, receipt } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({ state: 'merged', attachments: { read: 2, new: 1, unasked: 1 } });
    expect(writeReport(report, null)).toContain('1 that no response names, not taken');
    expect(contentsAt(stray)).toBeNull();
    expect(saidIn(receipt).map(({ complete }) => complete)).toEqual([false, true]);
  });

  it('that are not what was signed are not taken, nor anything behind them; the responses are', async () => {
    const [first, other, last] = [photoOf(500), photoOf(600), photoOf(700)];
    const lying = { ...other.carried, sha256: createHash('sha256').update('another').digest('hex') };
    const named = { ...other, named: { ...other.named, sha256: lying.sha256 } };
    const items = [heard(first, { ...named, named: { ...named.named, name: 'two.jpg' } })];
    const attachments = [first.carried, lying, last.carried];
    const { path } = await fileWith(server, { device, items, attachments });
    const { report } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({
      state: 'partly',
      trouble: 'signatureInvalid',
      signature: 'invalid',
      counts: { read: 1, new: 1 },
      attachments: { read: 1, new: 1, missing: { count: 1 } },
    });
    expect(report.detail).toContain(`attachments/${lying.sha256}`);
    expect(inPassing()).toEqual([]);
  });

  it('of a file that was cut among them come as far as they are whole', async () => {
    const photos = [photoOf(100_000, 'a.jpg'), photoOf(100_000, 'b.jpg'), photoOf(100_000, 'c.jpg')];
    const items = [heard(...photos)];
    const { bytes, path } = await fileWith(server, {
      device,
      items,
      attachments: photos.map((one) => one.carried),
    });
    writeFileSync(path, bytes.subarray(0, 270_000));
    const { report, receipt } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({
      state: 'partly',
      trouble: 'cut',
      signature: 'upToCut',
      truncated: { afterResponses: 1 },
      attachments: { read: 2, new: 2, missing: { count: 1, bytes: 100_000 } },
    });
    expect(saidIn(receipt)).toHaveLength(2);
    expect(photos.map((one) => contentsAt(one)?.length)).toEqual([100_000, 100_000, undefined]);
    expect(inPassing()).toEqual([]);
  });

  it('of a revoked device come with its responses, which wait in quarantine', async () => {
    const photo = photoOf(500);
    const { path } = await fileWith(server, { device, items: [heard(photo)], attachments: [photo.carried] });
    const console = await server.console();
    await console.post(`/api/console/devices/${device.deviceId}/revocation`, { revoked: true });
    const { report } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({ counts: { quarantined: 1 }, attachments: { new: 1 } });
  });
});
