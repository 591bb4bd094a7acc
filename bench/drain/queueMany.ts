import { chainHash, sealResponse, type Response } from '../../core/response/index.ts';
import type { ResponseRow } from '../../renderer/data/deviceDatabase.ts';
import type { DeviceStorage } from '../../renderer/data/deviceStorage.ts';
import { readFact, writeFact } from '../../renderer/data/facts.ts';
import { readEnrolment } from '../../renderer/data/readEnrolment.ts';
import type { Journal } from '../../renderer/platform/journal/openJournal.ts';

/** Long enough ago to be put together. */
const AGE = 3_600_000;

interface Device {
  readonly storage: DeviceStorage;
  readonly journal: Journal;
}

/** What `recordResponse` writes, journal and all, many at once: filling is not what is measured. */
export async function queueMany({ storage, journal }: Device, responses: readonly Response[]): Promise<void> {
  const { database, clock } = storage;
  const chain = await readFact(database.meta, 'chain');
  if (chain === undefined) throw new Error('no sequence');
  let { lastSeq, head } = chain;
  const rows = responses.map((response): ResponseRow => {
    const sealed = sealResponse(response);
    lastSeq += 1;
    head = chainHash(head, lastSeq, sealed.contentHash);
    return { seq: lastSeq, ...sealed, chain: head, recordedAt: clock.now() - AGE };
  });
  const copied = await journal.append(rows.map((row) => ({ storeEpoch: chain.storeEpoch, ...row })));
  if (!copied.ok) throw new Error(copied.error);
  const { meta, outbox, attachments } = database;
  await database.transaction('rw', [meta, database.responses, outbox, attachments], async () => {
    await database.responses.bulkAdd(rows);
    await outbox.bulkAdd(
      rows.map(({ seq, recordedAt, payload }) => ({ seq, recordedAt, characters: payload.length })),
    );
    for (const [index, { attachments: named = [] }] of responses.entries())
      for (const { name } of named) await attachments.update(name, { seq: chain.lastSeq + 1 + index });
    await writeFact(meta, 'chain', { ...chain, lastSeq, head });
  });
}

/** By which a response says where it was given. */
export async function whose(storage: DeviceStorage): Promise<Partial<Response>> {
  const device = await readEnrolment(storage);
  if (device === null) throw new Error('enrol first');
  const { surveyId, questionnaireId, questionnaireVersion } = device.survey;
  const { touchpointId } = device.touchpoint;
  const { deviceId } = device.enrolment;
  return { surveyId, questionnaireId, questionnaireVersion, touchpointId, deviceId };
}
