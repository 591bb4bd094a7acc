import type { SurveyInfo, TouchpointInfo } from '../../core/protocol/index.ts';
import type { Enrolment, SetAsideRow } from './deviceDatabase.ts';
import { newChain, type DeviceStorage } from './deviceStorage.ts';
import { epochOf } from './epochs.ts';
import { readFact, writeFact } from './facts.ts';
import { recordedTables } from './outbox/recorded.ts';
import { isWithin, overlaps, waitingNumbers, waitingTables } from './outbox/waiting.ts';
import { keepIdentity } from './witnesses/keepIdentity.ts';
import { noteNewSequence } from './witnesses/noteAcknowledged.ts';
import { tellSentinel } from './witnesses/witnesses.ts';

export interface NewEnrolment {
  readonly enrolment: Enrolment;
  readonly touchpoint: TouchpointInfo;
  readonly survey: SurveyInfo;
}

/**
 * Makes the device what the server said it is. A device that was another before begins a new sequence (`storeEpoch`); the former one's
 * responses, sent or not, are set aside word for word: they belong to another name and are not sent under this one. So is what was
 * brought back from the copy after the database was lost, where it was collected for another server.
 */
export async function saveEnrolment(storage: DeviceStorage, made: NewEnrolment): Promise<void> {
  const { database } = storage;
  const begun = await database.transaction('rw', database.tables, async () => {
    const former = await readFact(database.device, 'enrolment');
    const same = former?.deviceId === made.enrolment.deviceId && former.serverId === made.enrolment.serverId;
    const rescued = former === undefined ? await readFact(database.meta, 'rescuedFor') : undefined;
    const foreign = rescued !== undefined && rescued.serverId !== made.enrolment.serverId ? rescued : undefined;
    const other = same ? undefined : (former ?? foreign);
    const anew = other === undefined ? null : await setFormerAside(storage, other);
    await database.meta.delete('rescuedFor');
    await writeFact(database.device, 'enrolment', made.enrolment);
    await writeFact(database.device, 'touchpoint', made.touchpoint);
    await writeFact(database.device, 'survey', made.survey);
    return anew;
  });
  if (begun !== null) noteNewSequence(storage, begun.storeEpoch, begun.ended);
  if (storage.witnesses !== undefined) tellSentinel(storage.witnesses, { serverId: made.enrolment.serverId });
  await keepIdentity(storage);
}

interface Begun {
  readonly storeEpoch: string;
  readonly ended: readonly string[];
}

/** The name that was lost with the database is not known any more. */
type Former = Pick<Enrolment, 'serverId'> & Partial<Pick<Enrolment, 'deviceId'>>;

async function setFormerAside(storage: DeviceStorage, former: Former): Promise<Begun> {
  const { database, clock } = storage;
  const chain = await readFact(database.meta, 'chain');
  const parked = await database.parked.toCollection().primaryKeys();
  const unsent = [...(await waitingNumbers(database)), ...parked.map((seq) => ({ from: seq, to: seq }))];
  const { serverId, deviceId } = former;
  const aside = (seq: number, kept: object): SetAsideRow => {
    const storeEpoch = chain === undefined ? undefined : epochOf(chain, seq).storeEpoch;
    return { from: 'formerEnrolment', at: clock.now(), row: { serverId, deviceId, storeEpoch, ...kept } };
  };
  await database.setAside.bulkAdd([
    ...(await database.responses.toArray()).map((response) =>
      aside(response.seq, { unsent: isWithin(unsent, response.seq), response }),
    ),
    ...(await database.segments.toArray()).map((segment) =>
      aside(segment.from, { unsent: unsent.filter((range) => overlaps(range, segment)), segment }),
    ),
  ]);
  const { acknowledged, notedVerdicts } = database;
  const tables = [...recordedTables(database), ...waitingTables(database), database.parked];
  await Promise.all([...tables, acknowledged, notedVerdicts].map((table) => table.clear()));
  await database.meta.delete('syncStatus');
  const begun = newChain(storage);
  await writeFact(database.meta, 'chain', begun);
  const ended = chain === undefined ? [] : [chain, ...(chain.former ?? [])];
  return { storeEpoch: begun.storeEpoch, ended: ended.map(({ storeEpoch }) => storeEpoch) };
}
