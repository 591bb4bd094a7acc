import type { StoreLoss } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact, writeFact } from '../facts.ts';

/** What was found now is added to what nobody has read yet; what came back after all is lost no more. */
export const noteStoreLoss = (
  { database, clock }: DeviceStorage,
  found: Pick<StoreLoss, 'restored' | 'lost' | 'uncertain' | 'recopied'>,
): PromiseLike<void> =>
  database.transaction('rw', database.meta, async () => {
    const known = await readFact(database.meta, 'storeLoss');
    const nothing = { restored: 0, lost: 0, recopied: 0, uncertain: false };
    const before = known === undefined || known.seen ? nothing : known;
    await writeFact(database.meta, 'storeLoss', {
      at: clock.now(),
      restored: before.restored + found.restored,
      lost: Math.max(0, before.lost - found.restored) + found.lost,
      uncertain: before.uncertain === true || found.uncertain === true,
      recopied: before.recopied + found.recopied,
      seen: false,
    });
  });

/** Somebody who looks after the device has read it. */
export const markStoreLossSeen = ({ database }: DeviceStorage): PromiseLike<void> =>
  database.transaction('rw', database.meta, async () => {
    const known = await readFact(database.meta, 'storeLoss');
    if (known !== undefined) await writeFact(database.meta, 'storeLoss', { ...known, seen: true });
  });
