import { setAttachmentsAside } from '../attachments/setAttachmentsAside.ts';
import type { Enrolment, SetAsideRow } from '../deviceDatabase.ts';
import { newChain, type DeviceStorage } from '../deviceStorage.ts';
import { epochOf } from '../epochs.ts';
import { readFact, writeFact } from '../facts.ts';
import { countAside } from './asideNumbers.ts';
import type { FormerRow } from './formerRow.ts';
import { recordedTables } from '../outbox/recorded.ts';
import { isWithin, overlaps, unsentNumbers, waitingTables } from '../outbox/waiting.ts';

interface Begun {
  readonly storeEpoch: string;
  /** How many are set aside by now that no server took. */
  readonly aside: number;
}

type Kept = Pick<FormerRow, 'unsent' | 'response' | 'segment'>;

/** The name that was lost with the database is not known any more. */
type Former = Pick<Enrolment, 'serverId'> & Partial<Pick<Enrolment, 'deviceId'>>;

/**
 * The device belongs to another server now: what it kept for the former one, sent or not, is set aside word for word, and a new sequence
 * begins. Inside the caller's transaction over everything.
 */
export async function setFormerAside(storage: DeviceStorage, former: Former): Promise<Begun> {
  const { database, clock } = storage;
  const chain = await readFact(database.meta, 'chain');
  const unsent = await unsentNumbers(database);
  const { serverId, deviceId } = former;
  const aside = (seq: number, kept: Kept): SetAsideRow => {
    const storeEpoch = chain === undefined ? undefined : epochOf(chain, seq).storeEpoch;
    const row: FormerRow = { serverId, deviceId, storeEpoch, ...kept };
    return { from: 'formerEnrolment', at: clock.now(), row };
  };
  // What lies in segments is older, and comes back first.
  await database.setAside.bulkAdd([
    ...(await database.segments.toArray()).map((segment) =>
      aside(segment.from, { unsent: unsent.filter((range) => overlaps(range, segment)), segment }),
    ),
    ...(await database.responses.toArray()).map((response) =>
      aside(response.seq, { unsent: isWithin(unsent, response.seq), response }),
    ),
  ]);
  await setAttachmentsAside(database);
  const { acknowledged, notedVerdicts } = database;
  const tables = [...recordedTables(database), ...waitingTables(database), database.parked];
  await Promise.all([...tables, acknowledged, notedVerdicts].map((table) => table.clear()));
  await database.meta.delete('syncStatus');
  const begun = newChain(storage);
  await writeFact(database.meta, 'chain', begun);
  return { storeEpoch: begun.storeEpoch, aside: await countAside(database) };
}
