import { toString as qrCode } from 'qrcode';
import type { Clock, RandomSource } from '../../core/kernel/index.ts';
import { newEnrolmentReplySchema } from '../../core/protocol/index.ts';
import { Refusal, replies, type App, type Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import { findTouchpoint } from '../touchpoints/index.ts';
import { createEnrolment, enrolmentLink } from './createEnrolment.ts';

const paramsSchema = {
  type: 'object',
  required: ['touchpointId'],
  properties: { touchpointId: { type: 'string', maxLength: 100 } },
} as const;

interface EnrolmentParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly signedIn: Guard;
}

export function createEnrolmentEndpoint(app: App, { store, clock, random, signedIn }: EnrolmentParts): void {
  app.post(
    '/api/console/touchpoints/:touchpointId/enrolments',
    {
      onRequest: signedIn,
      schema: {
        summary: 'A one-time link, also as QR code, that makes a device a terminal of this touchpoint',
        tags: ['console'],
        security: [{ session: [] }],
        params: paramsSchema,
        response: replies(newEnrolmentReplySchema),
      },
    },
    async (request) => {
      const { touchpointId } = request.params;
      if ((await findTouchpoint(store.read, touchpointId)) === null)
        throw new Refusal('not_found', 'There is no such touchpoint.');
      const { code, expiresAt } = await store.write((tx) =>
        createEnrolment(tx, touchpointId, clock.now(), random),
      );
      const link = enrolmentLink(`${request.protocol}://${request.host}`, code);
      return {
        link,
        qrSvg: await qrCode(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
        expiresAt,
      };
    },
  );
}
