import { describe, expect, it } from 'vitest';
import { aCommit } from './aCommit.ts';
import { aContact } from './aContact.ts';
import { aResponse } from './aResponse.ts';
import { pruneAcknowledged } from './pruneAcknowledged.ts';
import { recordContact } from './recordContact.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { rewindOutbox } from './rewindOutbox.ts';
import { settleBatch } from './settleBatch.ts';

const DAY = 86_400_000;
/** The server's clock, which has nothing to do with ours. */
const SERVER_START = 1_000_000;


/** A device whose responses were acknowledged one by one, a minute apart, save the last. */
async function deviceWith(count: number) {
  const storage = rehearsedDevice();
  for (let seq = 1; seq <= count; seq += 1) {
    await recordResponse(storage, aResponse());
    storage.clock.wall += 60_000;
    const committed = await aCommit(storage, SERVER_START + seq);
    if (seq < count) await settleBatch(storage, [{ seq, verdict: 'stored' }], committed);
  }
  return storage;
}
/** The server speaks, so many days after its first word. */
const contactAfter = (storage: Awaited<ReturnType<typeof deviceWith>>, days: number, backupHorizon: number) =>
  recordContact(
    storage,
    aContact({ backupHorizon, clockOffset: SERVER_START + days * DAY - storage.clock.wall }),
  );
const kept = (storage: Awaited<ReturnType<typeof deviceWith>>) =>
  storage.database.responses.toCollection().primaryKeys();

describe('H7 what the server holds but has not backed up', () => {
  it('stays longer than 14 days, whatever the clock of the device says', async () => {
    const storage = await deviceWith(4);
    storage.clock.wall += 15 * DAY;
    await pruneAcknowledged(storage);
    await contactAfter(storage, 15, 0);
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([1, 2, 3, 4]);
    await contactAfter(storage, 15, SERVER_START + 2);
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([2, 3, 4]);
    storage.clock.wall += 3_000 * DAY;
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([2, 3, 4]);
    await contactAfter(storage, 15, SERVER_START + 3);
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([3, 4]);
  });

  it('stays 14 days of the server also when it is in the backup, and the clock of the device jumps ten years', async () => {
    const storage = await deviceWith(2);
    await contactAfter(storage, 0, SERVER_START + 30 * DAY);
    storage.clock.wall += 3_650 * DAY;
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([1, 2]);
    await contactAfter(storage, 13, SERVER_START + 30 * DAY);
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([1, 2]);
    await contactAfter(storage, 15, SERVER_START + 30 * DAY);
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([2]);
  });

  it('stays until a backup from after the restored server said that it holds it all the same', async () => {
    const storage = await deviceWith(3);
    const chain = (await storage.database.responses.get(2))?.chain ?? null;
    await rewindOutbox(storage, 2, chain, SERVER_START + 20 * DAY);
    await contactAfter(storage, 40, SERVER_START + 10 * DAY);
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([1, 2, 3]);
    await contactAfter(storage, 40, SERVER_START + 21 * DAY);
    await pruneAcknowledged(storage);
    expect(await kept(storage)).toEqual([3]);
  });

  it('gives way, the oldest first, when there is too much of it; what waits never does', async () => {
    const storage = await deviceWith(5);
    const [range] = await storage.database.acknowledged.toArray();
    const [row] = await storage.database.responses.toArray();
    const bytes = range?.bytesEach ?? 0;
    expect(bytes).toBeGreaterThan(row?.payload.length ?? 0);
    await pruneAcknowledged(storage, 2.5 * bytes);
    expect(await kept(storage)).toEqual([3, 4, 5]);
    await pruneAcknowledged(storage, 0);
    expect(await kept(storage)).toEqual([5]);
  });
});
