import { aim, EvaluationFailure, toNumber } from '../../expression/index.ts';
import type { Cell } from '../compile/place.ts';
import type { InterviewNode } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';

/** Blank, or no number, counts nothing: instances stay as they are, as in JavaRosa. */
export function evaluateCount(state: InterviewState, cell: Cell, holder: InterviewNode): number | undefined {
  try {
    const wanted = Math.trunc(keptCount(cell, holder) ?? cell.compiled.number(aim(state.context, holder)));
    return Number.isNaN(wanted) ? undefined : Math.max(0, wanted);
  } catch (failure) {
    if (!(failure instanceof EvaluationFailure)) throw failure;
    state.failures.set(`${cell.place.path} repeatCount`, failure.message);
    return undefined;
  }
}

function keptCount({ counts }: Cell, holder: InterviewNode): number | undefined {
  if (counts === null) return undefined;
  let { frame } = holder;
  for (let level = 0; level < counts.up && frame.parent !== null; level += 1) frame = frame.parent;
  return toNumber(frame.nodes[counts.place.slot]?.kept ?? '');
}
