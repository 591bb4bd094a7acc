import type { Refusal } from '../event.ts';
import { writeEnd } from '../state/defaults.ts';
import { pathOf } from '../state/frames.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { settle } from '../state/settle.ts';
import { eachNode } from '../state/eachNode.ts';
import { message } from '../validation/message.ts';
import { verdictOn } from '../validation/verdictOn.ts';

/** Ends the interview, unless an answer is missing or breaks its constraint: then the first such question is named. */
export function finish(state: InterviewState): Refusal | undefined {
  let refusal: Refusal | undefined;
  eachNode(state.root, (node) => {
    if (refusal !== undefined) return;
    const verdict = verdictOn(state, node);
    if (verdict === 'ok') return;
    const text = message(state, node, verdict);
    refusal = { reason: verdict, path: pathOf(node), ...(text !== undefined && { message: text }) };
  });
  if (refusal !== undefined) return refusal;
  writeEnd(state);
  settle(state);
  state.finished = true;
  state.cursor = { at: 'end' };
  return undefined;
}
