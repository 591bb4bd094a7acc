import { sealResponse, chainHash, type Response } from '../../core/response/index.ts';
import type { ResponseRow } from '../../renderer/data/deviceDatabase.ts';
import { openDeviceStorage, type DeviceStorage } from '../../renderer/data/deviceStorage.ts';
import { readFact, writeFact } from '../../renderer/data/facts.ts';
import { readEnrolment } from '../../renderer/data/readEnrolment.ts';
import { systemClock, systemRandom } from '../../renderer/platform/systemPorts.ts';
import { enrolDevice } from '../../renderer/sync/enrolDevice.ts';
import { startSync } from '../../renderer/sync/startSync.ts';
import { sameResponses } from './sameResponses.ts';

const storage = openDeviceStorage({ clock: systemClock, random: systemRandom }, 'earshot');
const readStorageState = async () => ({ persisted: null, usedBytes: null, quotaBytes: null });

/** What `recordResponse` writes, many at once: filling is not what is measured. */
async function fillOutbox({ database, clock }: DeviceStorage, responses: readonly Response[]): Promise<void> {
  await database.transaction('rw', database.meta, database.responses, database.outbox, async () => {
    const chain = await readFact(database.meta, 'chain');
    if (chain === undefined) throw new Error('no sequence');
    let { lastSeq, head } = chain;
    const rows = responses.map((response): ResponseRow => {
      const sealed = sealResponse(response);
      lastSeq += 1;
      head = chainHash(head, lastSeq, sealed.contentHash);
      return { seq: lastSeq, ...sealed, chain: head, recordedAt: clock.now() };
    });
    await database.responses.bulkAdd(rows);
    await database.outbox.bulkAdd(
      rows.map(({ seq, recordedAt, payload }) => ({ seq, recordedAt, characters: payload.length })),
    );
    await writeFact(database.meta, 'chain', { ...chain, lastSeq, head });
  });
}

/** Until the outbox is empty on the disk: every verdict has been applied. */
async function drainOutbox(): Promise<number> {
  const begin = performance.now();
  const stop = startSync({ storage, appVersion: 'bench', readStorageState });
  while ((await storage.database.outbox.count()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const took = performance.now() - begin;
  stop();
  return took;
}

window.enrol = async (code) => {
  const enrolled = await enrolDevice({ storage, appVersion: 'bench' }, code);
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.error.kind} ${enrolled.error.detail}`);
};

window.drain = async (count) => {
  const device = await readEnrolment(storage);
  if (device === null) throw new Error('enrol first');
  const { surveyId, questionnaireId, questionnaireVersion } = device.survey;
  const { touchpointId } = device.touchpoint;
  const { deviceId } = device.enrolment;
  const whose = { surveyId, questionnaireId, questionnaireVersion, touchpointId, deviceId };
  await fillOutbox(storage, sameResponses(count, whose));
  return drainOutbox();
};
