import { err, isMembers, ok, type Members, type Result } from '../kernel/index.ts';
import { CHANNELS, ENDINGS, type ParadataEvent, type Response } from './response.ts';
import { isName, wrongIdentity, wrongManifest } from './wrongIdentity.ts';

const MAX_ANSWERS = 20_000;
const MAX_PARADATA = 100_000;
const MAX_FLAGS = 20;
const EVENTS: readonly string[] = [
  'question',
  'answer',
  'back',
  'language',
  'end',
] satisfies ParadataEvent['event'][];

const isMoment = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/**
 * Reads a response from JSON of unknown origin. The error names the first member that is wrong and what was expected there;
 * it never repeats an answer, so that it may be logged and shown. Unknown members are ignored (a newer client may send them).
 */
export function parseResponse(value: unknown): Result<Response, string> {
  if (!isMembers(value)) return err('the response is not a JSON object');
  const wrong = firstWrongMember(value);
  return wrong === null ? ok(value as unknown as Response) : err(wrong);
}

function firstWrongMember(value: Members): string | null {
  const wrong = wrongIdentity(value, NAMES);
  if (wrong !== null) return wrong;
  for (const name of ['startedAt', 'finishedAt'])
    if (!isMoment(value[name])) return `${name}: expected milliseconds`;
  if (value['sinceLast'] !== undefined && !isMoment(value['sinceLast']))
    return 'sinceLast: expected milliseconds';
  if (!isOneOf(CHANNELS, value['channel'])) return `channel: expected one of ${CHANNELS.join(', ')}`;
  if (!isOneOf(ENDINGS, value['endedBy'])) return `endedBy: expected one of ${ENDINGS.join(', ')}`;
  return (
    wrongAnswers(value['answers']) ??
    wrongParadata(value['paradata']) ??
    wrongFlags(value['flags']) ??
    wrongManifest(value['attachments'])
  );
}

const NAMES = [
  'surveyId',
  'questionnaireId',
  'questionnaireVersion',
  'touchpointId',
  'deviceId',
  'language',
  'timezone',
];

const isOneOf = (list: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && list.includes(value);

function wrongAnswers(value: unknown): string | null {
  if (!isMembers(value)) return 'answers: expected an object of path to text';
  const entries = Object.entries(value);
  if (entries.length > MAX_ANSWERS) return `answers: more than ${String(MAX_ANSWERS)}`;
  const bad = entries.find(([path, answer]) => !path.startsWith('/') || typeof answer !== 'string');
  return bad === undefined ? null : 'answers: every path starts with "/" and every answer is a text';
}

function wrongParadata(value: unknown): string | null {
  if (!Array.isArray(value) || value.length > MAX_PARADATA) return 'paradata: expected a list of events';
  const bad = value.findIndex((entry: unknown) => !isParadataEvent(entry));
  return bad === -1 ? null : `paradata[${String(bad)}]: expected {event, at}`;
}

function wrongFlags(value: unknown): string | null {
  if (value === undefined) return null;
  const sound = Array.isArray(value) && value.length <= MAX_FLAGS && value.every(isName);
  return sound ? null : 'flags: expected a list of words';
}

function isParadataEvent(entry: unknown): boolean {
  return isMembers(entry) && isOneOf(EVENTS, entry['event']) && isMoment(entry['at']);
}
