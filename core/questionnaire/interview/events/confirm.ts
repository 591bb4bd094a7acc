import type { Refusal } from '../event.ts';
import { findNode } from '../state/findNode.ts';
import type { InterviewState } from '../state/interviewState.ts';

/** Keeps an unusual answer, with the reason given for it. */
export function confirm(state: InterviewState, path: string, reason: string): Refusal | undefined {
  const node = findNode(state, path);
  if (node === undefined || node.place.question === null) return { reason: 'unknownPath', path };
  if (!node.relevant) return { reason: 'irrelevant' };
  state.reasons.set(node, reason);
  return undefined;
}
