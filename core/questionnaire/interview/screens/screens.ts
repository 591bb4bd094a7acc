import type { Frame, InterviewNode } from '../state/interviewNode.ts';
import type { Cursor, InterviewState } from '../state/interviewState.ts';
import { isOneScreen, listSpots } from './spots.ts';

export const END: Cursor = { at: 'end' };

export function firstScreen(state: InterviewState): Cursor {
  return listSpots(state).find(({ shown }) => shown)?.cursor ?? END;
}

/** The nearest screen before or behind the present one; undefined when there is none before. */
export function neighbour(state: InterviewState, direction: 1 | -1): Cursor | undefined {
  const spots = listSpots(state);
  let at =
    state.cursor.at === 'end' ? spots.length : spots.findIndex(({ cursor }) => isSame(cursor, state.cursor));
  for (at += direction; at >= 0 && at < spots.length; at += direction) {
    const spot = spots[at];
    if (spot?.shown === true) return spot.cursor;
  }
  return direction === 1 ? END : undefined;
}

export function isSame(one: Cursor, other: Cursor): boolean {
  if (one.at === 'node') return other.at === 'node' && one.node === other.node;
  if (one.at === 'end') return other.at === 'end';
  return other.at === 'repeat' && one.place === other.place && one.frame === other.frame;
}

/** When the instance on screen is gone: on to the repeat's own screen, or to whatever comes next. */
export function leaveRemoved(state: InterviewState): void {
  const { cursor } = state;
  if (cursor.at === 'end') return;
  let removed: Frame | undefined;
  for (
    let at: Frame | null = cursor.at === 'node' ? cursor.node.frame : cursor.frame;
    at !== null;
    at = at.parent
  ) {
    if (at.removed) removed = at;
  }
  if (removed === undefined || removed.parent === null) return;
  const repeat: Cursor = { at: 'repeat', place: removed.scope.head, frame: removed.parent };
  state.cursor = repeat;
  const spot = listSpots(state).find((candidate) => isSame(candidate.cursor, repeat));
  if (spot?.shown !== true) state.cursor = neighbour(state, 1) ?? END;
}

/** The node whose screen shows a question: itself, or the outermost group that is shown as one. */
export function screenNode(node: InterviewNode): InterviewNode {
  let found = node;
  for (let at = node.above; at !== null; at = at.above) if (isOneScreen(at.place)) found = at;
  return found;
}
