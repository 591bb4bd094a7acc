import type { SurveyInfo, TouchpointInfo } from '../../core/protocol/index.ts';
import type { Enrolment, SetAsideRow } from './deviceDatabase.ts';
import { newChain, type DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';

export interface NewEnrolment {
  readonly enrolment: Enrolment;
  readonly touchpoint: TouchpointInfo;
  readonly survey: SurveyInfo;
}

/**
 * Makes the device what the server said it is. A device that was another before begins a new sequence (`storeEpoch`); the former one's
 * responses, sent or not, are set aside word for word: they belong to another name and are not sent under this one.
 */
export async function saveEnrolment(storage: DeviceStorage, made: NewEnrolment): Promise<void> {
  const { database } = storage;
  await database.transaction('rw', database.tables, async () => {
    const former = await readFact(database.device, 'enrolment');
    const same = former?.deviceId === made.enrolment.deviceId && former.serverId === made.enrolment.serverId;
    if (former !== undefined && !same) await setFormerAside(storage, former);
    await writeFact(database.device, 'enrolment', made.enrolment);
    await writeFact(database.device, 'touchpoint', made.touchpoint);
    await writeFact(database.device, 'survey', made.survey);
  });
}

async function setFormerAside(storage: DeviceStorage, former: Enrolment): Promise<void> {
  const { database, clock } = storage;
  const chain = await readFact(database.meta, 'chain');
  const unsent = new Set(await database.outbox.toCollection().primaryKeys());
  for (const seq of await database.parked.toCollection().primaryKeys()) unsent.add(seq);
  const rows = await database.responses.toArray();
  const { serverId, deviceId } = former;
  await database.setAside.bulkAdd(
    rows.map((response): SetAsideRow => {
      const row = {
        serverId,
        deviceId,
        storeEpoch: chain?.storeEpoch,
        unsent: unsent.has(response.seq),
        response,
      };
      return { from: 'formerEnrolment', at: clock.now(), row };
    }),
  );
  const { responses, outbox, parked, acknowledged, notedVerdicts } = database;
  await Promise.all([responses, outbox, parked, acknowledged, notedVerdicts].map((table) => table.clear()));
  await database.meta.delete('syncStatus');
  await writeFact(database.meta, 'chain', newChain(storage));
}
