import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { isAsked } from '../screens/spots.ts';
import { constraintHolds } from './constraintHolds.ts';

export type Verdict = 'ok' | 'constraint' | 'required';

/**
 * Whether what is in the data may stay. Irrelevant questions always pass, and so do calculations, as nobody could mend them
 * (JavaRosa does not look at them either); blank ones unless they are required.
 */
export function verdictOn(state: InterviewState, node: InterviewNode): Verdict {
  if (!node.relevant || !isAsked(node.place)) return 'ok';
  if (node.kept === '') return node.required ? 'required' : 'ok';
  return constraintHolds(state, node, node.kept) ? 'ok' : 'constraint';
}
