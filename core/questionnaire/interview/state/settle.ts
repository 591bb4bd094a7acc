import { aim, EvaluationFailure } from '../../expression/index.ts';
import { repeatsBelow } from '../compile/target.ts';
import type { Cell } from '../compile/place.ts';
import { evaluateCount } from './evaluateCount.ts';
import { eachFrame } from './frames.ts';
import type { Frame } from './interviewNode.ts';
import { addInstances, instancesOf, removeInstances } from './instances.ts';
import type { InterviewNode } from './interviewNode.ts';
import { DUE } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';
import { limits } from './limits.ts';
import { keep, propagate, touch } from './propagate.ts';
import { resultText } from './resultText.ts';

/** Evaluates, counts and triggers until nothing is left to do. */
export function settle(state: InterviewState): void {
  for (let round = 0; round < limits.rounds; round += 1) {
    propagate(state);
    if (state.waitingCounts.length > 0)
      for (const waiting of state.waitingCounts.splice(0)) count(state, waiting);
    else if (state.firedTriggers.length > 0)
      for (const node of state.firedTriggers.splice(0)) trigger(state, node);
    else return;
  }
  propagate(state);
  const growing = state.waitingCounts.splice(0);
  for (const { cell, frame } of growing) frame.waiting[cell.local] = 0;
  state.firedTriggers.length = 0;
  state.failures.set('', 'Counts and triggers of the questionnaire keep setting each other off.');
  const [first] = growing;
  if (first !== undefined) state.overflow = { path: first.cell.place.path, count: Number.POSITIVE_INFINITY };
}

function count(state: InterviewState, { cell, frame }: { cell: Cell; frame: Frame }): void {
  frame.waiting[cell.local] = 0;
  const holder = frame.nodes[cell.place.parent?.slot ?? 0];
  if (frame.removed || holder?.relevant !== true) return;
  const wanted = evaluateCount(state, cell, holder);
  if (wanted === undefined) return;
  const present = instancesOf(cell.place, frame);
  if (wanted > present.length && cell.place.stepwise === null) {
    if (!addInstances(state, cell.place, frame, wanted - present.length)) {
      state.overflow = { path: cell.place.path, count: wanted };
    }
  }
  if (wanted < present.length) removeInstances(state, cell.place, frame, wanted, present.length - wanted);
}

/** Runs the calculations that a changed value triggers, in every instance the change is seen from. */
function trigger(state: InterviewState, node: InterviewNode): void {
  if (node.frame.removed) return;
  for (const { place, bound } of node.place.triggered) {
    const { calculation } = place.rules;
    const down = repeatsBelow(place.scope, bound);
    eachFrame(node.frame, node.place.scope.depth - bound, down, (frame) => {
      const target = frame.nodes[place.slot];
      if (target === undefined) return;
      if (place.question?.type === 'background-geopoint') {
        touch(state, target, DUE);
        return;
      }
      keep(state, target, calculation === undefined ? '' : triggered(state, calculation, target));
    });
  }
}

function triggered(
  state: InterviewState,
  calculation: NonNullable<InterviewNode['place']['rules']['calculation']>,
  target: InterviewNode,
): string {
  try {
    return resultText(calculation, aim(state.context, target), target.place);
  } catch (failure) {
    if (!(failure instanceof EvaluationFailure)) throw failure;
    state.failures.set(`${target.place.path} calculation`, failure.message);
    return '';
  }
}
