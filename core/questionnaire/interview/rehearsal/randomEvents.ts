import fc from 'fast-check';
import type { InterviewStep } from '../event.ts';
import type { Interview } from '../interview.ts';
import { inspect } from '../views/inspect.ts';

/** An event not yet tied to a place: which of the present places it means is decided when it happens. */
export interface Intent {
  readonly kind: 'answer' | 'addRepeat' | 'removeRepeat' | 'next' | 'back';
  readonly place: number;
  readonly value: string;
}

export const randomIntents: fc.Arbitrary<Intent[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'answer',
      'answer',
      'answer',
      'answer',
      'addRepeat',
      'removeRepeat',
      'next',
      'back',
    ),
    place: fc.nat({ max: 10_000 }),
    value: fc.oneof(fc.nat({ max: 99 }).map(String), fc.constant('')),
  }),
  { maxLength: 25 },
);

/** The step that an intent comes to in the interview as it is now. */
export function stepFor(interview: Interview, intent: Intent): InterviewStep {
  const { kind, place, value } = intent;
  if (kind === 'next' || kind === 'back') return { kind };
  const nodes = inspect(interview);
  const pick = (paths: readonly string[]): string => paths[place % Math.max(1, paths.length)] ?? '/data/none';
  if (kind === 'answer') return { kind, path: pick(answerable(interview)), value };
  if (kind === 'removeRepeat')
    return { kind, path: pick(nodes.filter((node) => node.kind === 'repeat').map(({ path }) => path)) };
  return { kind, path: pick(repeatPaths(interview)) };
}

/** Calculations are left alone: what someone writes over one stays until it is next evaluated. */
function answerable(interview: Interview): readonly string[] {
  const { byPath } = interview.questionnaire;
  return inspect(interview)
    .map(({ path }) => path)
    .filter((path) => {
      const question = byPath.get(path.replace(/\[\d+\]/g, ''))?.question;
      return question?.type === 'text' || question?.type === 'integer';
    });
}

/** Repeats by the instances that hold them. */
function repeatPaths(interview: Interview): readonly string[] {
  const repeats = [...interview.questionnaire.byPath.values()].filter(({ kind }) => kind === 'repeat');
  return inspect(interview).flatMap(({ path }) => {
    const generic = path.replace(/\[\d+\]/g, '');
    return repeats
      .filter((repeat) => repeat.parent?.path === generic)
      .map((repeat) => `${path}/${repeat.name}`);
  });
}
