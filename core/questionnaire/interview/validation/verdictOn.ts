import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { constraintHolds } from './constraintHolds.ts';

export type Verdict = 'ok' | 'constraint' | 'required';

/** Whether what is in the data may stay; irrelevant questions always pass, blank ones unless they are required. */
export function verdictOn(state: InterviewState, node: InterviewNode): Verdict {
  if (!node.relevant || node.place.question === null) return 'ok';
  if (node.kept === '') return node.required ? 'required' : 'ok';
  return constraintHolds(state, node, node.kept) ? 'ok' : 'constraint';
}
