import { aim, EvaluationFailure } from '../../expression/index.ts';
import type { Place } from '../compile/place.ts';
import { makeFrame } from './frames.ts';
import type { Frame } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';

/** Relevance of an instance that is not there yet, as JavaRosa asks before it offers one. */
export function wouldBeRelevant(state: InterviewState, place: Place, holder: Frame): boolean {
  const { relevant } = place.rules;
  if (relevant === undefined) return true;
  const frame = makeFrame(place.scope, holder, holder.repeats[place.scope.index]?.length ?? 0);
  const [head] = frame.nodes;
  try {
    return head === undefined || relevant.boolean(aim(state.context, head));
  } catch (failure) {
    if (failure instanceof EvaluationFailure) return false;
    throw failure;
  }
}
