import type { SyncUpload } from '../../../../core/protocol/index.ts';
import { sizeText } from '../../fleet/sizeText.ts';
import type { Formats } from '../../format/formats.ts';
import type { ConsoleSay } from '../../words/index.ts';

export type Report = NonNullable<SyncUpload['report']>;

/** So many gaps are named; a device that lost a week has thousands. */
const NAMED = 5;

/** How good the news is: `well`, `part` (something is missing) or `ill` (nothing could be taken). */
export const moodOf = ({ state }: Report): 'well' | 'part' | 'ill' => {
  if (state === 'merged') return 'well';
  return state === 'partly' ? 'part' : 'ill';
};

export const stateText = (say: ConsoleSay, { state, preview }: Report): string =>
  say(preview ? `sync.would.${state}` : `sync.state.${state}`);

export const troubleText = (say: ConsoleSay, { trouble, keyIds }: Report): string | null =>
  trouble === null ? null : say(`sync.trouble.${trouble}`, { keys: keyIds.join(', ') });

export type CountName =
  'new' | 'revised' | 'duplicate' | 'conflict' | 'quarantined' | 'tombstoned' | 'notKept';
const COUNTS: readonly CountName[] = [
  'new',
  'duplicate',
  'revised',
  'conflict',
  'quarantined',
  'tombstoned',
  'notKept',
];

/** What became of the responses: new and known ones always, the rest where there are any. */
export const countsOf = ({
  counts,
}: Report): readonly { readonly name: CountName; readonly count: number }[] =>
  COUNTS.map((name) => ({ name, count: counts[name] })).filter(
    ({ name, count }) => count > 0 || name === 'new' || name === 'duplicate',
  );

/** What else is to be known of the file; only what there is. */
export function factsOf(
  say: ConsoleSay,
  formats: Formats,
  report: Report,
): readonly (readonly [string, string])[] {
  const { origin, truncated, holes, clockWarnings, firstTakenAt, signature, counts } = report;
  const numbers = holes
    .slice(0, NAMED)
    .map(({ from, to }) =>
      from === to ? formats.count(from) : `${formats.count(from)}–${formats.count(to)}`,
    );
  const missing = [...numbers, ...(holes.length > NAMED ? ['…'] : [])].join(', ');
  const responses = (n: number): string => say('sync.responses', { count: n, n: formats.count(n) });
  const facts: readonly (readonly [string, string | null])[] = [
    ['device', origin === null ? null : deviceText(say, report)],
    [
      'written',
      origin === null ? null : say('sync.fact.writtenAt', { time: momentText(formats, origin.createdAt) }),
    ],
    ['holds', origin === null ? null : holdsText(say, formats, origin, responses(origin.responses))],
    ['files', filesText(say, formats, report)],
    ['awaited', awaitedText(say, formats, report)],
    ['signature', say(`sync.signature.${signature}`)],
    ['cut', truncated === null ? null : cutText(say, formats, truncated.lastSeq, responses(counts.read))],
    ['missing', missing === '' ? null : missing],
    ['clock', clockWarnings.map((warning) => say(`sync.clock.${warning}`)).join('; ') || null],
    ['seen', firstTakenAt === null ? null : formats.dayAndClock(firstTakenAt)],
  ];
  return facts.flatMap(([name, text]) =>
    text === null ? [] : [[say(`sync.fact.${name as 'device'}`), text] as const],
  );
}

const holdsText = (
  say: ConsoleSay,
  { language, count }: Formats,
  { attachments }: NonNullable<Report['origin']>,
  responses: string,
): string =>
  attachments === undefined
    ? responses
    : say('sync.withFiles', {
        responses,
        count: attachments.count,
        n: count(attachments.count),
        size: sizeText(language, attachments.bytes),
      });

/** What became of photos and other files; only what there is. */
function filesText(say: ConsoleSay, formats: Formats, { attachments }: Report): string | null {
  if (attachments === undefined) return null;
  const parts = (['new', 'duplicate', 'unasked', 'notKept'] as const)
    .filter((name) => attachments[name] > 0)
    .map((name) => say(`sync.files.${name}`, { n: formats.count(attachments[name]) }));
  return parts.join('; ') || null;
}

/** Which of them are still to come. */
function awaitedText(say: ConsoleSay, formats: Formats, { attachments }: Report): string | null {
  if (attachments === undefined || attachments.missing.count === 0) return null;
  const { missing, firstMissing } = attachments;
  const names = firstMissing.slice(0, NAMED).map(({ name }) => name);
  return say('sync.awaited', {
    n: formats.count(missing.count),
    size: sizeText(formats.language, missing.bytes),
    names: [...names, ...(missing.count > names.length ? ['…'] : [])].join(', '),
  });
}

const deviceText = (say: ConsoleSay, { origin, revokedDevice }: Report): string =>
  [origin?.deviceName ?? '', ...(revokedDevice ? [say('sync.revoked')] : [])].join(', ');

/** A device's clock may say anything. */
const momentText = (formats: Formats, at: number): string =>
  Math.abs(at) <= 8.64e15 ? formats.dayAndClock(at) : '?';

const cutText = (say: ConsoleSay, formats: Formats, lastSeq: number | null, responses: string): string =>
  lastSeq === null ? responses : say('sync.cutAfter', { responses, seq: formats.count(lastSeq) });
