import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { pipe } from '../texts/pipe.ts';
import { textIn } from '../texts/textIn.ts';

/** The questionnaire's own words for what is wrong with an answer, if it has any. */
export function message(
  state: InterviewState,
  node: InterviewNode,
  reason: 'constraint' | 'required' | 'type' | 'warning',
): string | undefined {
  const { question } = node.place;
  if (question === null || reason === 'type') return undefined;
  const text = textIn(state.questionnaire, question[`${reason}Message`], state.language);
  return text === undefined ? undefined : pipe(state, node, text);
}
