import { knowsChoices } from '../lists/knowsChoices.ts';
import { answerableChoices } from '../lists/offeredChoices.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { keep } from '../state/propagate.ts';
import { settle } from '../state/settle.ts';
import { isSpecialText } from '../validation/isSpecialText.ts';

/**
 * Takes choices out of an answer that the filter offers no more since it was given. As JavaRosa does, when the question is
 * shown and when the interview ends, so that changing one's mind above and back costs nothing.
 */
export function dropStaleChoices(state: InterviewState, node: InterviewNode): void {
  if (node.place.rules.choices === undefined || !node.relevant) return;
  if (node.kept === '' || isSpecialText(node.kept) || !knowsChoices(state, node)) return;
  const offered = new Set(answerableChoices(state, node).map(({ name }) => name));
  const chosen = node.kept.split(' ');
  const left = chosen.filter((name) => offered.has(name));
  if (left.length === chosen.length) return;
  keep(state, node, left.join(' '));
  settle(state);
}
