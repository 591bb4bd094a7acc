import type { Kysely } from 'kysely';
import { err, ok, type Result } from '../../core/kernel/index.ts';
import { DISMISSED } from '../../core/protocol/index.ts';
import {
  differingMember,
  isEnvelope,
  parseEnvelope,
  parseResponse,
  type Envelope,
  type Response,
} from '../../core/response/index.ts';
import { enrolledWhen } from '../devices/index.ts';
import { nestsTooDeep } from '../http/index.ts';
import { localHour, type LocalHour } from '../metrics/index.ts';
import { together, type Tables } from '../store/index.ts';
import { findVersions, versionKey, type HeardQuestion, type HeardVersion } from '../surveys/index.ts';
import { findTouchpoints, type Touchpoint } from '../touchpoints/index.ts';
import { asTreated, type Treatment } from './corrections/index.ts';
import { correctedTime } from './correctedTime.ts';
import { flagOf } from './flagOf.ts';
import { inSlices } from './inSlices.ts';

/** A response as it arrived, from a batch or from the inbox. */
export interface Arrived {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly text: string;
  /** 0: without a sound place in its device's chain. */
  readonly seq: number;
  readonly clockOffset: number;
  readonly receivedAt: number;
  /** Its device was revoked by then. */
  readonly revoked: boolean;
  /** Of an envelope, the text that was sealed in it; left out: nobody has opened it. */
  readonly opened?: string | undefined;
  /** What people decided on it; left out: nothing. */
  readonly treatment?: Treatment;
}

/** A response that can be counted, with everything that counting needs. */
export interface Understood {
  readonly arrived: Arrived;
  readonly response: Response;
  readonly questions: readonly HeardQuestion[];
  /** When it was finished, by the server's clock. */
  readonly at: number;
  readonly hour: LocalHour;
  /** Under which quality flag it is counted; '': none. */
  readonly flag: string;
}

/** An envelope in its place, which nobody has opened (K6). */
export interface Unopened {
  readonly arrived: Arrived;
  readonly envelope: Envelope;
}

/** Where it is an error: why a response is kept but not counted. Never an answer: the reason may be logged and shown. */
export type Understanding = Result<Understood | Unopened, string>;

export const isUnopened = (one: Understood | Unopened): one is Unopened => 'envelope' in one;

/** Those that can be counted, and those that somebody has to open before. */
export function apart(all: readonly (Understanding | null)[]) {
  const known = all.flatMap((one) => (one?.ok === true ? [one.value] : []));
  return {
    understood: known.filter((one): one is Understood => !isUnopened(one)),
    unopened: known.filter(isUnopened),
  };
}

/** Understands responses as far as today's surveys and touchpoints allow (V3), in their order. */
export async function understand(
  db: Kysely<Tables>,
  arrivals: readonly Arrived[],
): Promise<readonly Understanding[]> {
  const read = await inSlices(arrivals, readResponse);
  const responses = read.flatMap((result) => (result.ok ? [result.value] : []));
  const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
  const [versions, touchpoints, enrolled] = await together(db, (at) =>
    Promise.all([
      findVersions(at, distinct(responses.map(({ surveyId }) => surveyId))),
      findTouchpoints(at, distinct(responses.map(({ touchpointId }) => touchpointId))),
      enrolledWhen(at, distinct(responses.map(({ deviceId }) => deviceId))),
    ]),
  );
  const findVersion = rememberingLast(versions);
  const results = read.values();
  return inSlices(arrivals, (arrived) => {
    const { value: result } = results.next();
    if (result === undefined) throw new Error('every arrival was read');
    return result.ok ? place(arrived, result.value, findVersion, touchpoints, enrolled) : result;
  });
}

type Said = Response | Envelope;

function readResponse(arrived: Arrived): Result<Said, string> {
  const { treatment } = arrived;
  if (treatment?.dismissed === true) return err(DISMISSED);
  if (arrived.revoked) return err('device: revoked before this came');
  if (arrived.seq === 0) return err('seq, chain: not in the documented form');
  const parsed = readPayload(arrived);
  if (!parsed.ok) return parsed;
  const { responseId, rev } = parsed.value;
  return responseId === arrived.responseId && rev === arrived.rev
    ? ok(treatment === undefined ? parsed.value : asTreated(parsed.value, treatment))
    : err('responseId, rev: not those it was sent under');
}

function readPayload({ text, opened }: Arrived): Result<Said, string> {
  const value = parsePayload(text);
  if (!isEnvelope(value)) return parseResponse(value);
  const envelope = parseEnvelope(value);
  if (!envelope.ok || opened === undefined) return envelope;
  const inside = parseResponse(parsePayload(opened));
  const other = inside.ok ? differingMember(inside.value, envelope.value) : null;
  return other === null ? inside : err(`sealed: inside it says another ${other}`);
}

/** What a payload says; undefined where it is no JSON that can be read. */
export function parsePayload(text: string): unknown {
  if (nestsTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type FindVersion = (said: Said) => HeardVersion | undefined;

/** Most responses of a batch are of the same version as the one before them: then no key need be made. */
function rememberingLast(versions: ReadonlyMap<string, HeardVersion>): FindVersion {
  let last: Said | undefined;
  let found: HeardVersion | undefined;
  return (response) => {
    const { surveyId, questionnaireId, questionnaireVersion } = response;
    const isSame =
      last?.surveyId === surveyId &&
      last.questionnaireId === questionnaireId &&
      last.questionnaireVersion === questionnaireVersion;
    if (!isSame) found = versions.get(versionKey(surveyId, questionnaireId, questionnaireVersion));
    last = response;
    return found;
  };
}

function place(
  arrived: Arrived,
  response: Said,
  findVersion: FindVersion,
  touchpoints: ReadonlyMap<string, Touchpoint>,
  enrolled: ReadonlyMap<string, number>,
): Understanding {
  const version = findVersion(response);
  if (version === undefined) return err('surveyId, questionnaireVersion: not published here');
  const touchpoint = touchpoints.get(response.touchpointId);
  if (touchpoint === undefined) return err('touchpointId: not known here');
  if ('sealed' in response) return ok({ arrived, envelope: response });
  const { clockOffset, receivedAt } = arrived;
  const enrolledAt = enrolled.get(response.deviceId);
  const { at, isSound } = correctedTime({
    deviceTime: response.finishedAt,
    clockOffset,
    receivedAt,
    enrolledAt,
  });
  const hour = localHour(at, touchpoint.timezone);
  const flag = flagOf(response, version.counting, isSound);
  const { responseId } = response;
  return ok({ arrived: { ...arrived, responseId }, response, questions: version.questions, at, hour, flag });
}
