import { expect, it } from 'vitest';
import { aCommit } from '../aCommit.ts';
import { aResponse } from '../aResponse.ts';
import { bringBackAside } from '../aside/bringBackAside.ts';
import { compactOutbox } from '../outbox/compactOutbox.ts';
import { recordResponse } from '../recordResponse.ts';
import { rehearsedDevice } from '../rehearsedDevice.ts';
import { saveEnrolment, type NewEnrolment } from '../saveEnrolment.ts';
import { settleBatch } from '../settleBatch.ts';
import { keepAttachment } from './keepAttachment.ts';
import { nextAttachment } from './nextAttachment.ts';
import { pruneAttachments } from './pruneAttachments.ts';

const MONTH = 30 * 86_400_000;

const enrolment = (serverId: string): NewEnrolment => ({
  enrolment: { serverId, deviceId: `of ${serverId}`, deviceName: 'T', devicePin: '1', enrolledAt: 1, code: serverId },
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
  survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
});

it.each(['a row', 'a segment'])(
  'E6 photos of responses that were set aside in %s go to no other server, are kept, and follow their responses home',
  async (where) => {
    const device = rehearsedDevice();
    await saveEnrolment(device, enrolment('first'));
    const kept = await keepAttachment(device, new Blob(['a photo'], { type: 'image/jpeg' }), 'photo');
    if (!kept.ok) throw new Error(kept.error.detail);
    await recordResponse(device, aResponse('4', { attachments: [kept.value] }));
    if (where === 'a segment') {
      device.clock.wall += 120_000;
      expect(await compactOutbox(device, { size: 1, youngerThan: 60_000 })).toBe(true);
    }
    await saveEnrolment(device, enrolment('second'));

    // The second server's first response has the number that the first one's had.
    await recordResponse(device, aResponse());
    await settleBatch(device, [{ seq: 1, verdict: 'stored' }], await aCommit(device, 1));
    expect(await nextAttachment(device, new Set())).toBeNull();
    device.clock.wall += MONTH;
    await pruneAttachments(device);
    expect(await device.database.attachmentChunks.count()).toBe(1);

    await saveEnrolment(device, enrolment('first'));
    expect(await bringBackAside(device)).toBe(1);
    expect(await nextAttachment(device, new Set())).toBeNull();
    await settleBatch(device, [{ seq: 1, verdict: 'stored' }], await aCommit(device, 1));
    expect(await nextAttachment(device, new Set())).toMatchObject({ name: kept.value.name, seq: 1 });
  },
);
