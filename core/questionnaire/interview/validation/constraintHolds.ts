import { aim, EvaluationFailure } from '../../expression/index.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { isSpecialText } from './isSpecialText.ts';

/**
 * Whether `text` may be the answer. The node shows it for the while, so that `.` and its own name mean the candidate.
 * Blank and special answers always hold.
 */
export function constraintHolds(state: InterviewState, node: InterviewNode, text: string): boolean {
  return holds(state, node, text, 'constraint');
}

export function warningHolds(state: InterviewState, node: InterviewNode): boolean {
  return holds(state, node, node.kept, 'warning');
}

function holds(
  state: InterviewState,
  node: InterviewNode,
  text: string,
  column: 'constraint' | 'warning',
): boolean {
  const compiled = node.place.rules[column];
  if (compiled === undefined || text === '' || isSpecialText(text)) return true;
  const before = node.shown;
  if (before !== text) node.show(text);
  try {
    return compiled.boolean(aim(state.context, node));
  } catch (failure) {
    if (!(failure instanceof EvaluationFailure)) throw failure;
    state.failures.set(`${node.place.path} ${column}`, failure.message);
    return false;
  } finally {
    if (before !== text) node.show(before);
  }
}
