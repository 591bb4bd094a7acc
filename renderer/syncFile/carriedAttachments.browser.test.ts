import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../core/response/index.ts';
import { aContact } from '../data/aContact.ts';
import { aResponse } from '../data/aResponse.ts';
import { readAttachmentStatus } from '../data/attachments/attachmentStatus.ts';
import { keepAttachment } from '../data/attachments/keepAttachment.ts';
import { nextAttachment } from '../data/attachments/nextAttachment.ts';
import { confirmAttachment } from '../data/attachments/settleAttachment.ts';
import { readBatch } from '../data/readBatch.ts';
import { readHealth } from '../data/readHealth.ts';
import { recordContact } from '../data/recordContact.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { settleBatch } from '../data/settleBatch.ts';
import { applyReceipt } from './applyReceipt.ts';
import { deviceWith, placeFor, readBack, receiptFor, save, type Device } from './rehearsedSaving.ts';
import type { SaveProgress } from './saveSyncFile.ts';

async function photo({ storage }: Device, bytes: number, fill = bytes): Promise<Attachment> {
  const contents = new Blob([new Uint8Array(bytes).fill(fill)], { type: 'image/jpeg' });
  const kept = await keepAttachment(storage, contents, 'photo');
  if (!kept.ok) throw new Error(kept.error.detail);
  return kept.value;
}

const say = (device: Device, ...attachments: Attachment[]) =>
  recordResponse(device.storage, aResponse('4', { attachments }));

const waiting = async ({ storage }: Device): Promise<number> => (await readAttachmentStatus(storage)).photos;

describe('L11 attachments in a saved file', () => {
  it('come behind the responses, small ones first, the same contents once, and are still waiting afterwards', async () => {
    const device = await deviceWith(0);
    const [large, small, same] = [
      await photo(device, 700_000),
      await photo(device, 300),
      await photo(device, 300),
    ];
    await say(device, large);
    await say(device, small, same);
    await photo(device, 9); // of a response that was never finished
    const { place, file } = await placeFor();
    const progress: SaveProgress[] = [];
    const saved = await save(device, place, undefined, (one) => progress.push(one));
    expect(saved).toEqual({ ok: true, value: { responses: 2, attachments: 2 } });
    const read = await readBack(device, await file());
    expect(read.last).toBe('end');
    expect(read.items).toHaveLength(2);
    expect(read.attachments).toEqual([small.sha256, large.sha256]);
    expect(read.manifest).toMatchObject({ attachments: { count: 2, bytes: 700_300 } });
    expect(progress.at(-1)).toEqual({
      responses: 2,
      allResponses: 2,
      bytes: 700_300,
      allBytes: 700_300,
      isChecking: true,
    });
    expect(await waiting(device)).toBe(3);
  });

  it('go without what the server holds already, and what is no longer as it was put here', async () => {
    const device = await deviceWith(0);
    const [held, damaged, sound] = [
      await photo(device, 400),
      await photo(device, 500),
      await photo(device, 600),
    ];
    await say(device, held, damaged, sound);
    await confirmAttachment(device.storage, held.name);
    const spoilt = { name: damaged.name, index: 0, bytes: new ArrayBuffer(500) };
    await device.storage.database.attachmentChunks.put(spoilt);
    const { place, file } = await placeFor();
    expect(await save(device, place)).toMatchObject({ ok: true, value: { attachments: 1 } });
    const read = await readBack(device, await file());
    expect([read.last, read.attachments]).toEqual(['end', [sound.sha256]]);
    expect(await readAttachmentStatus(device.storage)).toMatchObject({ photos: 1, damaged: 1 });
  });

  it('stop half way when it is cancelled', async () => {
    const device = await deviceWith(0);
    await say(device, await photo(device, 900_000));
    const { place } = await placeFor();
    const cancelling = new AbortController();
    const saved = await save(device, place, cancelling.signal, ({ bytes }) => {
      if (bytes > 0) cancelling.abort();
    });
    expect(saved).toEqual({ ok: false, error: 'cancelled' });
    expect(await waiting(device)).toBe(1);
  });
});

describe('R4 a receipt for attachments', () => {
  it('settles them as the network does, once, and only under their own hash and size', async () => {
    const device = await deviceWith(0);
    const [one, same, other] = [await photo(device, 300), await photo(device, 300), await photo(device, 200)];
    await say(device, one, other);
    await say(device, same);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    const wrong = { sha256: other.sha256, bytes: 199, complete: true };
    const receipt = await receiptFor(device, items, 'stored', [
      { sha256: one.sha256, bytes: 300, complete: true },
      wrong,
    ]);
    expect(await applyReceipt(device.storage, receipt)).toEqual({
      ok: true,
      value: { responses: 2, attachments: 2 },
    });
    expect(await waiting(device)).toBe(1);
    expect(await applyReceipt(device.storage, receipt)).toMatchObject({ value: { attachments: 0 } });
    const rows = await device.storage.database.attachments.bulkGet([one.name, other.name]);
    expect(rows.map((row) => row?.confirmed)).toEqual(['server epoch', undefined]);
    // A device that does not know the server's epoch has nothing to doubt: only the other one goes into the next file.
    const { place, file } = await placeFor();
    await save(device, place);
    expect((await readBack(device, await file())).attachments).toEqual([other.sha256]);
  });

  it('lets go of what the server does not want, but not while its response waits', async () => {
    const device = await deviceWith(0);
    const unwanted = await photo(device, 300);
    await say(device, unwanted);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    const word = { sha256: unwanted.sha256, bytes: 300, complete: false };
    await applyReceipt(device.storage, await receiptFor(device, items, 'retry', [word]));
    expect(await waiting(device)).toBe(1);
    await settleBatch(
      device.storage,
      items.map(({ seq }) => ({ seq, verdict: 'tombstoned' })),
    );
    expect((await nextAttachment(device.storage, new Set()))?.name).toBe(unwanted.name);
    await applyReceipt(device.storage, await receiptFor(device, items, 'tombstoned', [word]));
    expect(await waiting(device)).toBe(0);
  });

  it('[R5] and nothing else acknowledges nothing where it is from before a restore that the device knows of', async () => {
    const device = await deviceWith(0);
    const own = await photo(device, 300);
    await say(device, own);
    const word = { sha256: own.sha256, bytes: 300, complete: true };
    const old = await receiptFor(device, [], 'stored', [word], { serverEpoch: 'before', now: 7 });
    const server = { serverEpoch: 'after', storeEpoch: 'epoch', highWater: 0, held: 0 };
    const clockOffset = 8 - device.storage.clock.now();
    await recordContact(device.storage, aContact({ server, clockOffset }));
    expect(await applyReceipt(device.storage, old)).toEqual({ ok: false, error: 'outdated' });
    expect(await waiting(device)).toBe(1);
    expect((await readHealth(device.storage))?.server).toMatchObject({ serverEpoch: 'after' });
  });

  it('[R5] and nothing else, from after a restore, makes wait again what the server of before held', async () => {
    const device = await deviceWith(0);
    const own = await photo(device, 300);
    await say(device, own);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    const word = { sha256: own.sha256, bytes: 300, complete: true };
    const before = await receiptFor(device, items, 'stored', [word], { serverEpoch: 'before' });
    await applyReceipt(device.storage, before);
    expect(await readBatch(device.storage, 500)).toBeNull();
    const after = await receiptFor(device, [], 'stored', [word], { serverEpoch: 'after', now: 9 });
    expect(await applyReceipt(device.storage, after)).toMatchObject({ ok: true });
    expect((await readBatch(device.storage, 500))?.items).toHaveLength(1);
    expect((await readHealth(device.storage))?.server).toMatchObject({ serverEpoch: 'after', held: 0 });
    expect(await applyReceipt(device.storage, before)).toEqual({ ok: false, error: 'outdated' });
  });
});
