import type { Place } from '../compile/place.ts';
import type { Frame, InterviewNode } from '../state/interviewNode.ts';
import type { Cursor, InterviewState } from '../state/interviewState.ts';
import { instancesOf } from '../state/instances.ts';
import { makeNext } from '../state/nextInstance.ts';
import { END, isSame } from './screens.ts';
import { listSpots } from './spots.ts';
import type { Spot } from './spots.ts';

/**
 * The screen to begin with, or the next one. Behind the last instance of a repeat that is counted step by step the next is
 * made when its count asks for it, as in JavaRosa: one of each repeat in one step.
 */
export function nextScreen(state: InterviewState, from: Cursor | 'the beginning'): Cursor {
  if (from !== 'the beginning' && from.at === 'node' && growOn(state, from.node)) return from;
  const start = (spots: readonly Spot[]): number =>
    from === 'the beginning' ? 0 : spots.findIndex(({ cursor }) => isSame(cursor, from)) + 1;
  return seek(state, start, () => true) ?? END;
}

/** The first screen inside a new instance; undefined when there is nothing to see. */
export function screenInside(state: InterviewState, frame: Frame): Cursor | undefined {
  const inside = ({ cursor }: Spot): boolean =>
    isInside(cursor.at === 'node' ? cursor.node.frame : cursor.frame, frame);
  return seek(state, (spots) => Math.max(0, spots.findIndex(inside)), inside);
}

function seek(
  state: InterviewState,
  start: (spots: readonly Spot[]) => number,
  within: (spot: Spot) => boolean,
): Cursor | undefined {
  const made = new Set<Place>();
  let spots = listSpots(state);
  for (let at = start(spots); at < spots.length; at += 1) {
    const spot = spots[at];
    if (spot === undefined || !within(spot)) continue;
    const { cursor, shown } = spot;
    if (shown) return cursor;
    if (cursor.at !== 'repeat' || made.has(cursor.place)) continue;
    if (!makeNext(state, cursor.place, cursor.frame)) continue;
    made.add(cursor.place);
    // The new instance stands before the end of its repeat.
    spots = listSpots(state);
    at = start(spots) - 1;
  }
  return undefined;
}

function isInside(frame: Frame, outer: Frame): boolean {
  for (let at: Frame | null = frame; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** The repeats on a screen of several questions grow on it. */
function growOn(state: InterviewState, node: InterviewNode): boolean {
  if (node.place.question !== null) return false;
  let grown = false;
  for (const child of node.place.children) {
    const below =
      child.kind === 'repeat'
        ? instancesOf(child, node.frame).flatMap(({ nodes }) => nodes.slice(0, 1))
        : [node.frame.nodes[child.slot]];
    for (const found of below) if (found !== undefined) grown = growOn(state, found) || grown;
    if (child.kind === 'repeat') grown = makeNext(state, child, node.frame) || grown;
  }
  return grown;
}
