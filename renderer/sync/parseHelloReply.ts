import { isMembers, type Members } from '../../core/kernel/index.ts';
import {
  LIMITS,
  parseFileKeys,
  parseRecipients,
  type FileKeys,
  type HelloReply,
  type SurveyInfo,
  type TouchpointInfo,
} from '../../core/protocol/index.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

export interface PushLimits {
  readonly maxItems: number;
  /** Items in what goes as it lies packed; 0: this server does not take that (B11). */
  readonly maxPackedItems: number;
  readonly maxBatchBytes: number;
}

/** What the pump needs of a hello's reply, or `null` where it has not the documented form. */
export type ReadHello = Pick<
  HelloReply,
  'token' | 'tokenSeconds' | 'now' | 'storeEpoch' | 'highWater' | 'touchpoint'
> & {
  readonly limits: PushLimits;
  readonly survey: SurveyInfo | null;
  readonly backupHorizon: number;
  /** How many numbers of our store epoch the server holds. */
  readonly held: number;
  readonly highWaterChain: string | null;
  readonly revoked: boolean;
  readonly cursor: string | null;
  /** The order to go on under a store epoch of its own (H8). Orders of later versions are not ours to follow (F4). */
  readonly renewEpoch: boolean;
  readonly fileKeys: FileKeys | null;
};

/** A token that is over when it comes would be fetched without end. One that really is over is refused, which is no loop (S5). */
const LEAST_TOKEN_SECONDS = 60;

export function parseHelloReply(body: Members): ReadHello | null {
  const { token, tokenSeconds, now, storeEpoch, highWater, touchpoint, limits, survey, cursor } = body;
  if (
    !isText(token) ||
    !isText(storeEpoch) ||
    !isNumber(tokenSeconds) ||
    !isNumber(now) ||
    !isNumber(highWater)
  )
    return null;
  if (!isTouchpoint(touchpoint) || !isMembers(limits)) return null;
  if (survey !== undefined && !isSurvey(survey)) return null;
  return {
    token,
    tokenSeconds: Math.max(tokenSeconds, LEAST_TOKEN_SECONDS),
    now,
    storeEpoch,
    highWater,
    touchpoint,
    limits: {
      maxItems: atMost(limits['maxItems'], LIMITS.maxItems),
      maxPackedItems: isNumber(limits['maxPackedItems'])
        ? atMost(limits['maxPackedItems'], LIMITS.maxPackedItems)
        : 0,
      maxBatchBytes: atMost(limits['maxBatchBytes'], LIMITS.maxBatchBytes),
    },
    survey: survey ?? null,
    backupHorizon: isNumber(body['backupHorizon']) ? body['backupHorizon'] : 0,
    held: isNumber(body['held']) ? body['held'] : 0,
    highWaterChain: isText(body['highWaterChain']) ? body['highWaterChain'] : null,
    revoked: body['deviceStatus'] === 'revoked',
    cursor: isText(cursor) ? cursor : null,
    renewEpoch: body['order'] === 'newStoreEpoch',
    fileKeys: parseFileKeys(body['fileKeys']),
  };
}

const atMost = (value: unknown, most: number): number =>
  isNumber(value) && value >= 1 ? Math.min(Math.floor(value), most) : most;

export const isTouchpoint = (value: unknown): value is TouchpointInfo =>
  isMembers(value) &&
  isText(value['touchpointId']) &&
  typeof value['name'] === 'string' &&
  isText(value['timezone']);

export const isSurvey = (value: unknown): value is SurveyInfo =>
  isMembers(value) &&
  isText(value['surveyId']) &&
  isText(value['questionnaireId']) &&
  isText(value['questionnaireVersion']) &&
  isMembers(value['definition']) &&
  // Whoever can't tell to whom it is sealed must not ask it (K1).
  (value['sealedTo'] === undefined || parseRecipients(value['sealedTo']) !== null);
