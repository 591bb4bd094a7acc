import type { AnswerValue } from '../questionTypes/index.ts';
import type { Interview } from './interview.ts';

/**
 * What was said, for the response: path -> answer of every question that is relevant and not blank, calculations and
 * metadata included. Blank answers are left out, and so is `meta/instanceID`, as a response has an id of its own.
 */
export function finishedAnswers(_interview: Interview): Readonly<Record<string, AnswerValue>> {
  throw new Error('not built yet');
}
