import { describe, expect, it } from 'vitest';
import { aCommit } from './aCommit.ts';
import { aResponse } from './aResponse.ts';
import { checkStorage } from './checkStorage.ts';
import { readFact } from './facts.ts';
import { compactOutbox } from './outbox/compactOutbox.ts';
import { parkQueued } from './outbox/moveQueued.ts';
import { pruneAcknowledged } from './pruneAcknowledged.ts';
import { readBatch } from './readBatch.ts';
import { readDeviceStatus } from './readDeviceStatus.ts';
import { readEnrolment } from './readEnrolment.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { saveEnrolment, type NewEnrolment } from './saveEnrolment.ts';
import { settleBatch } from './settleBatch.ts';
import { NO_SYNC_YET } from './syncStatus.ts';

const enrolment = (deviceId: string, serverId = 'server'): NewEnrolment => ({
  enrolment: { serverId, deviceId, deviceName: 'Till 1', devicePin: '1234', enrolledAt: 1, code: `code-${deviceId}` },
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
});

describe('enrolment on the device', () => {
  it('is null before, and all of it after', async () => {
    const storage = rehearsedDevice();
    expect(await readEnrolment(storage)).toBeNull();
    await saveEnrolment(storage, enrolment('d1'));
    expect(await readEnrolment(storage)).toEqual(enrolment('d1'));
  });

  it('E3 as the same device again keeps the sequence and what waits', async () => {
    const storage = rehearsedDevice();
    await saveEnrolment(storage, enrolment('d1'));
    await recordResponse(storage, aResponse());
    const before = await readDeviceStatus(storage);
    await saveEnrolment(storage, enrolment('d1'));
    expect(await readDeviceStatus(storage)).toEqual(before);
  });

  it('as another device begins a new sequence and sets the former responses aside, sent or not', async () => {
    const storage = rehearsedDevice();
    await saveEnrolment(storage, enrolment('d1'));
    const [sent, unsent] = [aResponse('5'), aResponse('1')];
    await recordResponse(storage, sent);
    await recordResponse(storage, unsent);
    await settleBatch(storage, [{ seq: 1, verdict: 'stored' }]);
    const before = await readDeviceStatus(storage);
    await saveEnrolment(storage, enrolment('d2', 'another server'));
    const after = await readDeviceStatus(storage);
    expect(after).toMatchObject({ waiting: 0, lastSeq: 0, setAside: 2, sync: { acknowledgedAt: null } });
    expect(after.storeEpoch).not.toBe(before.storeEpoch);
    const aside = await storage.database.setAside.toArray();
    expect(aside.map(({ row }) => row)).toMatchObject([
      { deviceId: 'd1', storeEpoch: before.storeEpoch, unsent: false, response: { responseId: sent.responseId } },
      { deviceId: 'd1', storeEpoch: before.storeEpoch, unsent: true, response: { responseId: unsent.responseId } },
    ]);
    await recordResponse(storage, aResponse());
    expect((await readBatch(storage, 9))?.items.map(({ seq }) => seq)).toEqual([1]);
  });

  it('A2 a reply of the former server that comes late settles no number of the new sequence, and is no word of the new server', async () => {
    const storage = rehearsedDevice();
    await saveEnrolment(storage, enrolment('d1'));
    await recordResponse(storage, aResponse());
    const late = await aCommit(storage, 77);
    await saveEnrolment(storage, enrolment('d2', 'another server'));
    await recordResponse(storage, aResponse());
    await settleBatch(storage, [{ seq: 1, verdict: 'stored' }], late);
    const { waiting, sync } = await readDeviceStatus(storage);
    expect([waiting, sync.acknowledgedAt, sync.contactAt]).toEqual([1, null, null]);
    await settleBatch(storage, [{ seq: 1, verdict: 'stored' }], await aCommit(storage, 78));
    expect(await readDeviceStatus(storage)).toMatchObject({ waiting: 0, sync: { serverNow: 78 } });
  });

  it('E6 under another name of the same server keeps everything, and all of it waits again', async () => {
    const storage = rehearsedDevice();
    await saveEnrolment(storage, enrolment('d1'));
    for (let count = 0; count < 5; count += 1) await recordResponse(storage, aResponse());
    await settleBatch(
      storage,
      [1, 2, 3].map((seq) => ({ seq, verdict: seq === 2 ? 'quarantined' : 'stored' })),
    );
    await parkQueued(storage, 4);
    const kept = await storage.database.responses.toArray();
    const { storeEpoch } = await readDeviceStatus(storage);
    await saveEnrolment(storage, enrolment('d2'));
    const after = await readDeviceStatus(storage);
    expect(after).toMatchObject({ waiting: 4, lastSeq: 5, setAside: 0, noted: 0, sync: NO_SYNC_YET });
    expect(after.parked.map(({ seq }) => seq)).toEqual([4]);
    expect(after.storeEpoch).not.toBe(storeEpoch);
    expect(await storage.database.responses.toArray()).toEqual(kept);
    await recordResponse(storage, aResponse());
    const first = await readBatch(storage, 9);
    expect([first?.storeEpoch, first?.items.map(({ seq }) => seq)]).toEqual([storeEpoch, [1, 2, 3, 5]]);
    const second = await readBatch(storage, 9, 5);
    expect([second?.storeEpoch, second?.items.map(({ seq }) => seq)]).toEqual([after.storeEpoch, [6]]);
  });

  it('E6 what was given up after its time is no hole under the new name', async () => {
    const storage = rehearsedDevice();
    await saveEnrolment(storage, enrolment('d1'));
    for (let count = 0; count < 4; count += 1) await recordResponse(storage, aResponse());
    const stored = (seq: number) => settleBatch(storage, [{ seq, verdict: 'stored' }]);
    await stored(1);
    await pruneAcknowledged(storage, 0);
    await stored(2);
    for (const deviceId of ['d2', 'd3']) {
      await saveEnrolment(storage, enrolment(deviceId));
      expect(await readFact(storage.database.meta, 'chain')).toMatchObject({
        firstSeq: 5,
        former: [{ firstSeq: 2, lastSeq: 4 }],
      });
      expect((await readBatch(storage, 9))?.items.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    }
  });

  it('E6 what lies in segments waits again as it lies', async () => {
    const storage = rehearsedDevice();
    await saveEnrolment(storage, enrolment('d1'));
    for (let count = 0; count < 10; count += 1) await recordResponse(storage, aResponse());
    storage.clock.wall += 120_000;
    expect(await compactOutbox(storage, { size: 10, youngerThan: 60_000 })).toBe(true);
    await settleBatch(
      storage,
      [1, 2, 3, 4, 5, 6].map((seq) => ({ seq, verdict: 'stored' })),
    );
    await saveEnrolment(storage, enrolment('d2'));
    const waiting = (await readBatch(storage, 20))?.items.map(({ seq }) => seq) ?? [];
    const later = (await readBatch(storage, 20, waiting.at(-1)))?.items.map(({ seq }) => seq) ?? [];
    expect([...waiting, ...later]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('is preceded by a look whether this browser keeps anything at all', async () => {
    const storage = rehearsedDevice();
    await recordResponse(storage, aResponse());
    expect(await checkStorage(storage)).toEqual({ ok: true, value: undefined });
    expect(await storage.database.meta.toCollection().primaryKeys()).toEqual(['chain']);
  });
});
