import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, err, isMembers, ok, type Json, type Result } from '../kernel/index.ts';
import { asSent } from './attachments.ts';
import type { Response } from './response.ts';
import { hashText, type SealedResponse } from './sealResponse.ts';
import { wrongIdentity, wrongManifest } from './wrongIdentity.ts';

/** A text that only the holders of some keys can read. */
export interface SealedText {
  /** Of how `age` is made (K2). */
  readonly format: 1;
  /** Ids of the keys that open it. */
  readonly keys: readonly string[];
  /** An age file (v1) in base64. */
  readonly age: string;
}

/** Which response it is, where and by whom it was heard: what a server needs to place it, and all that it learns without a key (K3). */
type Placed = Pick<
  Response,
  | 'schema'
  | 'responseId'
  | 'rev'
  | 'surveyId'
  | 'questionnaireId'
  | 'questionnaireVersion'
  | 'touchpointId'
  | 'deviceId'
  | 'attachments'
>;

/** A response of a sealed survey, as it waits, travels and is stored until somebody opens it (K2). */
export interface Envelope extends Placed {
  readonly sealed: SealedText;
}

const BLOCK = 512;
const NAMES = ['surveyId', 'questionnaireId', 'questionnaireVersion', 'touchpointId', 'deviceId'] as const;
const MOST_KEYS = 8;
const KEY_ID = /^[0-9a-f]{16}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The canonical text of a response with blanks after it, up to whole blocks: its length is not to tell what was answered. */
export function textToSeal(response: Response): string {
  const text = canonicalJson(response as unknown as Json);
  const bytes = utf8ToBytes(text).length;
  return text + ' '.repeat((BLOCK - (bytes % BLOCK)) % BLOCK);
}

/** The response around its sealed text, ready to be recorded: payload and hash are the envelope's. */
export function envelop(response: Response, sealed: SealedText): SealedResponse {
  const { attachments, responseId, rev } = response;
  const { surveyId, questionnaireId, questionnaireVersion, touchpointId, deviceId } = response;
  const envelope: Envelope = {
    schema: 1,
    responseId,
    rev,
    surveyId,
    questionnaireId,
    questionnaireVersion,
    touchpointId,
    deviceId,
    sealed,
    ...(attachments && { attachments: asSent(attachments) }),
  };
  const payload = canonicalJson(envelope as unknown as Json);
  return { responseId, rev, payload, contentHash: hashText(payload) };
}

/** Whether it says to be an envelope, sound or not. */
export const isEnvelope = (value: unknown): boolean => isMembers(value) && value['sealed'] !== undefined;

/** Reads an envelope from JSON of unknown origin. The error names the first member that is wrong. */
export function parseEnvelope(value: unknown): Result<Envelope, string> {
  if (!isMembers(value)) return err('the envelope is not a JSON object');
  const wrong =
    wrongIdentity(value, NAMES) ??
    (isSealedText(value['sealed']) ? null : 'sealed: expected {format: 1, keys, age}') ??
    wrongManifest(value['attachments']);
  if (wrong !== null) return err(wrong);
  return ok(value as unknown as Envelope);
}

/** The first member that a response says otherwise than the envelope it was taken out of; null: it is the one. */
export function differingMember(response: Response, envelope: Envelope): string | null {
  return (['rev', 'responseId', ...NAMES] as const).find((name) => response[name] !== envelope[name]) ?? null;
}

function isSealedText(value: unknown): value is SealedText {
  if (!isMembers(value) || value['format'] !== 1 || !Array.isArray(value['keys'])) return false;
  const keys: readonly unknown[] = value['keys'];
  const named = keys.length >= 1 && keys.length <= MOST_KEYS;
  const { age } = value;
  return (
    named &&
    keys.every((key) => typeof key === 'string' && KEY_ID.test(key)) &&
    typeof age === 'string' &&
    age.length % 4 === 0 &&
    BASE64.test(age)
  );
}
