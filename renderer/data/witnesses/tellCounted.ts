import { countAside } from '../aside/asideNumbers.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact } from '../facts.ts';
import { countUnsent, waitingTables } from '../outbox/waiting.ts';
import { tellSentinel, type Witnesses } from './witnesses.ts';

/**
 * Tells the sentinel what the database holds. Recording goes on all the while: a response that is committed before the count and noted
 * after it, or the other way round, is counted once.
 */
export async function tellCounted(
  { database }: DeviceStorage,
  witnesses: Witnesses,
): Promise<{ readonly unsent: number; readonly aside: number }> {
  const { parked, setAside, meta } = database;
  const { chain, ...held } = await database.transaction(
    'r',
    [...waitingTables(database), parked, setAside, meta],
    async () => ({
      unsent: await countUnsent(database),
      aside: await countAside(database),
      chain: await readFact(meta, 'chain'),
    }),
  );
  const { storeEpoch, lastSeq } = witnesses.told;
  const counted = { storeEpoch: chain?.storeEpoch ?? '', lastSeq: chain?.lastSeq ?? 0 };
  const notedSince = counted.storeEpoch === storeEpoch ? Math.max(0, lastSeq - counted.lastSeq) : 0;
  witnesses.counted = counted;
  tellSentinel(witnesses, { unsent: held.unsent + notedSince, aside: held.aside });
  return held;
}
