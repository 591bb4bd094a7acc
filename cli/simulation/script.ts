import { err, isMembers, ok } from '../../core/kernel/index.ts';
import type { Members, Result } from '../../core/kernel/index.ts';
import type { AnswerValue, DeviceFacts, InterviewStep, ListRow } from '../../core/questionnaire/index.ts';

/** What happens in an interview that is run without a screen. */
export interface Script {
  readonly now: number | undefined;
  readonly timeZone: string | undefined;
  readonly seed: number | undefined;
  readonly language: string | undefined;
  readonly device: DeviceFacts;
  readonly preloaded: Readonly<Record<string, AnswerValue>>;
  readonly lists: Readonly<Record<string, readonly ListRow[]>>;
  readonly lastSaved: Readonly<Record<string, AnswerValue>>;
  readonly steps: readonly InterviewStep[];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const membersOf = (value: unknown): Members => (isMembers(value) ? value : {});

/** Reads an answers file: `{now, seed, language, timezone, steps}`, and optionally device, preloaded, lists, lastSaved. */
export function parseScript(raw: unknown): Result<Script, string> {
  if (!isMembers(raw)) return err('The answers are no JSON object.');
  const now = raw['now'] === undefined ? undefined : parseNow(raw['now']);
  if (now !== undefined && Number.isNaN(now))
    return err('now: write an ISO 8601 time, like 2026-11-21T10:00:00Z.');
  const seed = raw['seed'] === undefined ? undefined : Number(raw['seed']);
  if (seed !== undefined && Number.isNaN(seed)) return err('seed: write a number.');
  const steps: InterviewStep[] = [];
  const written = raw['steps'] ?? [];
  if (!Array.isArray(written)) return err('steps: write a list.');
  for (const [index, step] of written.entries()) {
    const parsed = parseStep(step);
    if (parsed === undefined) {
      return err(`steps[${index}]: write one of answer, addRepeat, removeRepeat, language, finish.`);
    }
    steps.push(parsed);
  }
  return ok({
    now,
    seed,
    steps,
    timeZone: textOf(raw['timezone']),
    language: textOf(raw['language']),
    device: membersOf(raw['device']),
    preloaded: membersOf(raw['preloaded']) as Script['preloaded'],
    lists: membersOf(raw['lists']) as Script['lists'],
    lastSaved: membersOf(raw['lastSaved']) as Script['lastSaved'],
  });
}

const parseNow = (now: unknown): number => (typeof now === 'number' ? now : Date.parse(textOf(now) ?? ''));

function parseStep(step: unknown): InterviewStep | undefined {
  if (!isMembers(step)) return undefined;
  const path = (member: string): string | undefined => textOf(step[member]);
  const answer = path('answer');
  if (answer !== undefined) return { kind: 'answer', path: answer, value: step['value'] ?? null };
  const added = path('addRepeat');
  if (added !== undefined) return { kind: 'addRepeat', path: added };
  const removed = path('removeRepeat');
  if (removed !== undefined) return { kind: 'removeRepeat', path: removed };
  const language = path('language');
  if (language !== undefined) return { kind: 'language', language };
  const confirmed = path('confirm');
  if (confirmed !== undefined) return { kind: 'confirm', path: confirmed, reason: path('reason') ?? '' };
  return step['finish'] === true ? { kind: 'finish' } : undefined;
}
