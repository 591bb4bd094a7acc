import { describe, expect, it } from 'vitest';
import { compactOutbox } from '../data/outbox/compactOutbox.ts';
import { parkQueued } from '../data/outbox/moveQueued.ts';
import { readBatch } from '../data/readBatch.ts';
import { readDeviceStatus } from '../data/readDeviceStatus.ts';
import { settleBatch } from '../data/settleBatch.ts';
import { aContact } from '../data/aContact.ts';
import { readHealth } from '../data/readHealth.ts';
import { recordContact } from '../data/recordContact.ts';
import { applyReceipt } from './applyReceipt.ts';
import { deviceWith, pairOf, placeFor, readBack, receiptFor, save, type Device } from './rehearsedSaving.ts';

const unsent = async ({ storage }: Device): Promise<number> => {
  const { waiting, parked } = await readDeviceStatus(storage);
  return waiting + parked.length;
};

describe('saving to a file', () => {
  it('L8 writes everything unsent, rows, segments and parked alike, signed and in order, and acknowledges nothing', async () => {
    const device = await deviceWith(12);
    device.storage.clock.wall += 120_000;
    await compactOutbox(device.storage, { size: 8, youngerThan: 60_000 });
    await parkQueued(device.storage, 10);
    const sent = await readBatch(device.storage, 2);
    await settleBatch(
      device.storage,
      (sent?.items ?? []).map(({ seq }) => ({ seq, verdict: 'stored' })),
    );
    const { place, file } = await placeFor();
    expect(await save(device, place)).toEqual({ ok: true, value: { responses: 10, attachments: 0 } });
    const read = await readBack(device, await file());
    expect(read.last).toBe('end');
    expect(read.items.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7, 8, 9, 11, 12, 10]);
    expect(read.manifest).toMatchObject({ deviceId: 'd', serverId: 's', responses: 10 });
    expect(await unsent(device)).toBe(10);
  });

  it('L8 says so when what is read back is not what was written', async () => {
    const device = await deviceWith(3);
    const { place } = await placeFor((file) => new File([file.slice(0, -1), 'x'], 'bad'));
    expect(await save(device, place)).toEqual({ ok: false, error: 'different' });
  });

  it('stops when it is cancelled, and everything is still here', async () => {
    const device = await deviceWith(3);
    const { place } = await placeFor();
    expect(await save(device, place, AbortSignal.abort())).toEqual({ ok: false, error: 'cancelled' });
    expect(await unsent(device)).toBe(3);
  });
});

describe('a receipt', () => {
  it('R4 acknowledges what is unsent, parked or not, once', async () => {
    const device = await deviceWith(5);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    await parkQueued(device.storage, 2);
    await settleBatch(device.storage, [{ seq: 1, verdict: 'stored' }]);
    const receipt = await receiptFor(device, items.slice(0, 4), 'stored');
    expect(await applyReceipt(device.storage, receipt)).toEqual({
      ok: true,
      value: { responses: 3, attachments: 0 },
    });
    expect(await unsent(device)).toBe(1);
    expect(await applyReceipt(device.storage, receipt)).toEqual({
      ok: true,
      value: { responses: 0, attachments: 0 },
    });
    expect(await unsent(device)).toBe(1);
    const kept = await device.storage.database.acknowledged.toArray();
    expect(kept.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 4],
    ]);
  });

  it('R4 leaves waiting what the verdict does not acknowledge, and what has another hash', async () => {
    const device = await deviceWith(2);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    await applyReceipt(device.storage, await receiptFor(device, items, 'retry'));
    const others = items.map((item) => ({ ...item, contentHash: '0'.repeat(64) }));
    await applyReceipt(device.storage, await receiptFor(device, others, 'stored'));
    expect(await unsent(device)).toBe(2);
  });

  it('R5 from before a restore that the device knows of acknowledges nothing', async () => {
    const device = await deviceWith(2);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    const old = await receiptFor(device, items, 'stored', [], { serverEpoch: 'before', now: 7 });
    const server = { serverEpoch: 'after', storeEpoch: 'epoch', highWater: 0, held: 0 };
    const clockOffset = 8 - device.storage.clock.now();
    await recordContact(device.storage, aContact({ server, clockOffset }));
    expect(await applyReceipt(device.storage, old)).toEqual({ ok: false, error: 'outdated' });
    expect(await unsent(device)).toBe(2);
  });

  it('R5 from after a restore makes wait again what only the server of before held, and is what the server is known by', async () => {
    const device = await deviceWith(4);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    const before = await receiptFor(device, items.slice(0, 3), 'stored', [], { serverEpoch: 'before' });
    await applyReceipt(device.storage, before);
    expect(await unsent(device)).toBe(1);
    const after = await receiptFor(device, items.slice(3), 'stored', [], { serverEpoch: 'after', now: 9 });
    expect(await applyReceipt(device.storage, after)).toMatchObject({ ok: true });
    expect(await unsent(device)).toBe(3);
    expect(await applyReceipt(device.storage, before)).toEqual({ ok: false, error: 'outdated' });
    expect((await readHealth(device.storage))?.server).toMatchObject({ serverEpoch: 'after', held: 1 });
  });

  it('R3 signed by somebody else, changed or cut changes nothing', async () => {
    const device = await deviceWith(2);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    const forged = await receiptFor({ receipts: await pairOf() }, items, 'stored');
    expect(await applyReceipt(device.storage, forged)).toEqual({ ok: false, error: 'forged' });
    const real = await receiptFor(device, items, 'retry');
    const text = new TextDecoder().decode(real);
    const changed = new TextEncoder().encode(text.replaceAll('"retry"', '"stored"'));
    expect(await applyReceipt(device.storage, changed)).toEqual({ ok: false, error: 'forged' });
    for (let end = 0; end < real.length; end += 41)
      expect((await applyReceipt(device.storage, real.slice(0, end))).ok).toBe(false);
    expect(await unsent(device)).toBe(2);
  });
});
