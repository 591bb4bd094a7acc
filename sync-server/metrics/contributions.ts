import type { Response } from '../../core/response/index.ts';
import { storable } from '../store/index.ts';
import type { HeardQuestion } from '../surveys/index.ts';

/** A value of a question that was given once. Question '' is the response itself, by how it ended. */
export interface Counted {
  readonly question: string;
  readonly value: string;
}

/** What one response adds to the numbers and lists. */
export interface Contributions {
  readonly counted: readonly Counted[];
  readonly comments: readonly { readonly question: string; readonly text: string }[];
  /** The first face that was chosen, 1 worst. */
  readonly face: number | null;
  /** The answer to each counted question, in their order, as JSON; null where fewer than two were answered: nothing goes together. */
  readonly given: string | null;
}

/** Only what the questions offer is counted: neither "don't know" nor what a strange device makes up. */
export function contributionsOf(response: Response, questions: readonly HeardQuestion[]): Contributions {
  const counted: Counted[] = [{ question: '', value: response.endedBy }];
  const comments: { question: string; text: string }[] = [];
  let face: number | null = null;
  const given: (string | null)[] = [];
  for (const { path, kind, values } of questions) {
    const answer = answerTo(response, path);
    if (kind === 'text') {
      if (answer !== null) comments.push({ question: path, text: storable(answer) });
      continue;
    }
    const isOffered = answer !== null && values.includes(answer);
    given.push(isOffered ? answer : null);
    if (!isOffered) continue;
    counted.push({ question: path, value: answer });
    if (kind === 'smiley') face ??= Number(answer);
  }
  return { counted, comments, face, given: counted.length > 2 ? JSON.stringify(given) : null };
}

function answerTo(response: Response, path: string): string | null {
  const answer = Object.hasOwn(response.answers, path) ? response.answers[path]?.trim() : undefined;
  return answer === undefined || answer === '' ? null : answer;
}
