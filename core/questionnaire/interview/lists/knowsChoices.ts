import { listIdOf } from '../compile/choiceTexts.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { listFor } from './lists.ts';

/**
 * Whether the question's choices are there to judge an answer by; an attached file may be missing. What a select_one_external is
 * answered with is never judged: to XForms it is a text that a list in another file helps to enter.
 */
export function knowsChoices(state: InterviewState, { place: { question, type } }: InterviewNode): boolean {
  if (question === null || type === null || type.choices === 'none') return false;
  if (type.choices === 'externalList') return false;
  if (question.choicesFrom !== undefined) return true;
  const id = listIdOf(question);
  return id !== undefined && listFor(state, id) !== undefined;
}
