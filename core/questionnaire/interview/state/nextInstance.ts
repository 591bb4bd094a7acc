import type { Place } from '../compile/place.ts';
import { evaluateCount } from './evaluateCount.ts';
import { addInstances, instancesOf } from './instances.ts';
import type { Frame } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';
import { settle } from './settle.ts';
import { wouldBeRelevant } from './wouldBeRelevant.ts';

/** Whether a count that depends on its own instances asks for one more than there are. */
export function wantsAnother(state: InterviewState, place: Place, holder: Frame): boolean {
  const { stepwise, parent } = place;
  const node = holder.nodes[parent?.slot ?? 0];
  if (stepwise === null || node?.relevant !== true) return false;
  const wanted = evaluateCount(state, stepwise, node) ?? 0;
  return wanted > instancesOf(place, holder).length && wouldBeRelevant(state, place, holder);
}

/** Makes the instance that such a count asks for, as someone steps to it; `undoGrowth` says when that was too many. */
export function makeNext(state: InterviewState, place: Place, holder: Frame): boolean {
  if (!wantsAnother(state, place, holder)) return false;
  const present = instancesOf(place, holder).length;
  if (addInstances(state, place, holder, 1)) settle(state);
  else state.overflow = { path: place.path, count: present + 1 };
  return instancesOf(place, holder).length > present;
}
