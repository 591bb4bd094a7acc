import type { Refusal } from '../event.ts';
import { wakeAll } from '../state/instances.ts';
import { writeEnd } from '../state/defaults.ts';
import { pathOf } from '../state/frames.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { settle } from '../state/settle.ts';
import { dropStaleChoices } from './dropStaleChoices.ts';
import { eachNode } from '../state/eachNode.ts';
import { message } from '../validation/message.ts';
import { verdictOn } from '../validation/verdictOn.ts';

/**
 * Ends the interview, unless an answer is missing or breaks its constraint: then the first such question is named. Before
 * it is judged everything is evaluated once more, as JavaRosa does: clock and chance included.
 */
export function finish(state: InterviewState): Refusal | undefined {
  writeEnd(state);
  wakeAll(state);
  settle(state);
  eachNode(state.root, (node) => dropStaleChoices(state, node));
  let refusal: Refusal | undefined;
  eachNode(state.root, (node) => {
    if (refusal !== undefined) return;
    const verdict = verdictOn(state, node);
    if (verdict === 'ok') return;
    const text = message(state, node, verdict);
    refusal = { reason: verdict, path: pathOf(node), ...(text !== undefined && { message: text }) };
  });
  if (refusal !== undefined) return refusal;
  state.finished = true;
  state.cursor = { at: 'end' };
  return undefined;
}
