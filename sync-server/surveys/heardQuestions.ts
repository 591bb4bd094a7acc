import {
  countedChoices,
  questionTypeOf,
  questionsOutsideRepeats,
  type Definition,
  type Question,
} from '../../core/questionnaire/index.ts';
import type { Counting } from './counting.ts';

/** A question whose answers the server counts (smiley, score, choice) or lists (text), by its path in a response. */
export interface HeardQuestion {
  readonly path: string;
  readonly kind: 'smiley' | 'score' | 'choice' | 'text';
  /** What is counted, in order; any other answer is none that the question offers. Empty for texts. */
  readonly values: readonly string[];
  readonly label: Readonly<Record<string, string>>;
}

/** The questions that metrics are made of, whichever survey asks them. */
const SCORES: ReadonlySet<string> = new Set(['nps', 'csat', 'ces', 'stars', 'thumbs']);

/** The counted and listed questions of a questionnaire, outside repeats, in the order asked. */
export function heardQuestions(
  definition: Definition,
  { keyQuestions = [] }: Counting = {},
): readonly HeardQuestion[] {
  const key = new Set(keyQuestions);
  return questionsOutsideRepeats(definition).flatMap(({ path, question }): HeardQuestion[] => {
    const { type, label = {} } = question;
    if (type === 'text') return [{ path, kind: 'text', values: [], label }];
    if (type === 'smiley' || SCORES.has(type))
      return [{ path, kind: type === 'smiley' ? type : 'score', values: pointsOf(question), label }];
    const values = key.has(question.name) ? countedChoices(definition, question) : null;
    return values === null ? [] : [{ path, kind: 'choice', values, label }];
  });
}

/** Those of the named that can't be counted value by value. */
export function uncountable(definition: Definition, { keyQuestions = [] }: Counting): readonly string[] {
  const questions = questionsOutsideRepeats(definition);
  return keyQuestions.filter((name) => {
    const found = questions.find(({ question }) => question.name === name);
    return found === undefined || countedChoices(definition, found.question) === null;
  });
}

const pointsOf = (question: Question): readonly string[] =>
  questionTypeOf(question.type).nearest?.(question).choiceNames ?? [];
