import type { Refusal } from '../event.ts';
import { overflowMessage } from '../state/changes.ts';
import { findNode, findRepeat } from '../state/findNode.ts';
import { addInstances, instancesOf, removeInstances } from '../state/instances.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { wantsAnother } from '../state/nextInstance.ts';
import { settle } from '../state/settle.ts';
import { undoGrowth } from '../state/undoGrowth.ts';
import { isCounted } from '../screens/isCounted.ts';
import { screenInside } from '../screens/stepping.ts';

/** Adds an instance at the end, unless a count says how many there are; when the screen is the repeat's own, the new instance comes next. */
export function addRepeat(state: InterviewState, path: string): Refusal | undefined {
  const found = findRepeat(state, path);
  if (found === undefined) return { reason: 'unknownPath', path };
  const { place, holder } = found;
  if (holder.nodes[place.parent?.slot ?? 0]?.relevant !== true) return { reason: 'irrelevant' };
  if (isCounted(place) && !wantsAnother(state, place, holder)) return { reason: 'counted' };
  const count = instancesOf(place, holder).length;
  if (!addInstances(state, place, holder, 1)) {
    return {
      reason: 'tooMany',
      path: place.path,
      message: overflowMessage({ path: place.path, count: count + 1 }),
    };
  }
  settle(state);
  const { cursor } = state;
  const asked = cursor.at === 'repeat' && cursor.place === place && cursor.frame === holder;
  const added = instancesOf(place, holder)[count];
  const inside = asked && added !== undefined ? screenInside(state, added) : undefined;
  const refusal = tooMany(state);
  if (refusal === undefined && inside !== undefined) state.cursor = inside;
  return refusal;
}

export function removeRepeat(state: InterviewState, path: string): Refusal | undefined {
  const node = /\[\d+\]$/.test(path) ? findNode(state, path) : undefined;
  if (node === undefined || node.place.kind !== 'repeat') return { reason: 'unknownPath', path };
  if (isCounted(node.place)) return { reason: 'counted' };
  const { frame, place } = node;
  if (frame.parent !== null) removeInstances(state, place, frame.parent, frame.index, 1);
  settle(state);
  return tooMany(state);
}

/** The instances that counts want now may be too many: then it is all as it was. */
function tooMany(state: InterviewState): Refusal | undefined {
  const refusal = undoGrowth(state);
  if (refusal !== undefined) settle(state);
  return refusal;
}
