import type { Response } from '../../core/response/index.ts';
import type { HeardQuestion } from '../surveys/index.ts';

/** What one response adds to the numbers and lists. */
export interface Contributions {
  /** Question '' counts the response itself, by how it ended. */
  readonly counted: readonly { readonly question: string; readonly value: string }[];
  readonly comments: readonly { readonly question: string; readonly text: string }[];
  /** The first face that was chosen, 1 worst. */
  readonly face: number | null;
}

export function contributionsOf(response: Response, questions: readonly HeardQuestion[]): Contributions {
  const counted = [{ question: '', value: response.endedBy as string }];
  const comments: { question: string; text: string }[] = [];
  let face: number | null = null;
  for (const question of questions) {
    const answer = answerTo(response, question.path);
    if (answer === null) continue;
    if (question.kind === 'text') comments.push({ question: question.path, text: storable(answer) });
    else if (isFace(answer, question.points)) {
      counted.push({ question: question.path, value: answer });
      face ??= Number(answer);
    }
  }
  return { counted, comments, face };
}

function answerTo(response: Response, path: string): string | null {
  const answer = Object.hasOwn(response.answers, path) ? response.answers[path]?.trim() : undefined;
  return answer === undefined || answer === '' ? null : answer;
}

const isFace = (answer: string, points: number): boolean =>
  /^[1-9]\d?$/.test(answer) && Number(answer) <= points;

/** Text that every database takes: without NUL and halves of surrogate pairs. The inbox keeps what was really sent. */
export const storable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
