import { questionTypeOf, type Definition, type Question } from '../../core/questionnaire/index.ts';
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
/** A counter is kept for each value, hour, touchpoint, channel and flag. */
const MOST_CHOICES = 100;

/** The counted and listed questions of a questionnaire, outside repeats, in the order asked. */
export function heardQuestions(
  definition: Definition,
  { keyQuestions = [] }: Counting = {},
): readonly HeardQuestion[] {
  const key = new Set(keyQuestions);
  return questionsOf(definition).flatMap(({ path, question }): HeardQuestion[] => {
    const { type, label = {} } = question;
    if (type === 'text') return [{ path, kind: 'text', values: [], label }];
    if (type === 'smiley' || SCORES.has(type))
      return [{ path, kind: type === 'smiley' ? type : 'score', values: pointsOf(question), label }];
    const values = key.has(question.name) ? choicesOf(definition, question) : null;
    return values === null ? [] : [{ path, kind: 'choice', values, label }];
  });
}

/** Those of the named that can't be counted value by value. */
export function uncountable(definition: Definition, { keyQuestions = [] }: Counting): readonly string[] {
  const questions = questionsOf(definition);
  return keyQuestions.filter((name) => {
    const found = questions.find(({ question }) => question.name === name);
    return found === undefined || choicesOf(definition, found.question) === null;
  });
}

interface Placed {
  readonly path: string;
  readonly question: Question;
}

/** Those outside repeats, in the order asked. */
export function questionsOf({ elements, root = 'data' }: Definition): readonly Placed[] {
  const within = (some: Definition['elements'], parent: string): readonly Placed[] =>
    some.flatMap((element) => {
      const path = `${parent}/${element.name}`;
      if (element.type === 'repeat') return [];
      return element.type === 'group' ? within(element.elements, path) : [{ path, question: element }];
    });
  return within(elements, `/${root}`);
}

const pointsOf = (question: Question): readonly string[] =>
  questionTypeOf(question.type).nearest?.(question).choiceNames ?? [];

function choicesOf({ choices = {} }: Definition, question: Question): readonly string[] | null {
  const { type, choices: list, orOther = false } = question;
  const offered = type === 'select_one' && list !== undefined ? choices[list] : undefined;
  if (offered === undefined || offered.length > MOST_CHOICES) return null;
  return [...offered.map(({ name }) => name), ...(orOther ? ['other'] : [])];
}
