import type { Response } from '../../../core/response/index.ts';

const HOUR = 3_600_000;
/** Riga in November. */
const OFFSET = 2 * HOUR;

/** How often something was counted, by everything that it is counted by; written anew, without a line of the server's code. */
export type Recount = Readonly<Record<string, number>>;

/** What is asked, and which answers are counted. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '/data/visit': ['1', '2', '3', '4', '5'],
  '/data/again': ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  '/data/age': ['young', 'old'],
};

export const counterKey = (
  hourFrom: number,
  date: string,
  channel: string,
  flag: string,
  question: string,
  value: string,
): string => [hourFrom, date, channel, flag, question, value].join(' ');

export const combinationKey = (date: string, flag: string, version: string, given: string): string =>
  ['together', date, flag, version, given].join(' ');

/** `fastest`: who took less, in milliseconds, was too fast. */
export function recount(responses: readonly Response[], fastest: number): Recount {
  const counts: Record<string, number> = {};
  for (const response of responses) {
    const { finishedAt, channel, endedBy, answers } = response;
    const hourFrom = finishedAt - (finishedAt % HOUR);
    const date = new Date(finishedAt + OFFSET).toISOString().slice(0, 10);
    const count = (question: string, value: string): void => {
      const key = counterKey(hourFrom, date, channel, flagIn(response, fastest), question, value);
      counts[key] = (counts[key] ?? 0) + 1;
    };
    count('', endedBy);
    const given = Object.entries(VALUES).map(([question, values]) => {
      const answer = answers[question] ?? '';
      return values.includes(answer) ? answer : null;
    });
    if (given.filter((answer) => answer !== null).length >= 2) {
      const flag = flagIn(response, fastest);
      const key = combinationKey(date, flag, response.questionnaireVersion, JSON.stringify(given));
      counts[key] = (counts[key] ?? 0) + 1;
    }
    for (const [question, values] of Object.entries(VALUES)) {
      const answer = answers[question];
      if (answer !== undefined && values.includes(answer)) count(question, answer);
    }
  }
  return counts;
}

function flagIn({ flags = [], endedBy, startedAt, finishedAt }: Response, fastest: number): string {
  if (flags.includes('burst')) return 'burst';
  if (endedBy === 'finished' && finishedAt - startedAt < fastest) return 'too_fast';
  return flags.length > 0 ? 'other' : '';
}
