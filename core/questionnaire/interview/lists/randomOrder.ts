import { aim, EvaluationFailure, seededRandom, shuffled } from '../../expression/index.ts';
import { pathOf } from '../state/frames.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';

/** The order that JavaRosa gives for the question's seed; without one, an order that stays the same throughout the interview. */
export function inRandomOrder<T>(
  state: InterviewState,
  node: InterviewNode,
  items: readonly T[],
): readonly T[] {
  return shuffled(items, seededRandom(...seedOf(state, node)));
}

function seedOf(state: InterviewState, node: InterviewNode): [number: number, text: string] {
  const { seed } = node.place.rules;
  if (seed === undefined) return [hash(`${state.orderSeed} ${pathOf(node)}`), ''];
  try {
    const context = aim(state.context, node);
    return [seed.number(context), seed.string(context)];
  } catch (failure) {
    if (failure instanceof EvaluationFailure) return [0, ''];
    throw failure;
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
