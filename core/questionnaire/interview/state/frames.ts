import type { Place, Scope } from '../compile/place.ts';
import { InterviewNode, UNKNOWN } from './interviewNode.ts';
import type { Frame } from './interviewNode.ts';

/** An instance with blank answers; its repeats have no instances yet. */
export function makeFrame(
  scope: Scope,
  parent: Frame | null,
  index: number,
  timeZone = parent?.timeZone ?? 'UTC',
): Frame {
  const frame: Frame = {
    scope,
    parent,
    index,
    nodes: [],
    figures: [],
    repeats: scope.repeats.map(() => []),
    waiting: new Uint8Array(scope.cells.length),
    removed: false,
    timeZone,
  };
  for (const place of scope.places) {
    frame.nodes.push(new InterviewNode(place, frame, above(place, frame)));
    frame.figures.push(place.question === null ? UNKNOWN : Number.NaN);
  }
  return frame;
}

function above(place: Place, frame: Frame): InterviewNode | null {
  if (place.parent === null) return null;
  const holder = place.parent.scope === frame.scope ? frame : frame.parent;
  return holder?.nodes[place.parent.slot] ?? null;
}

/** Calls `visit` for each frame of `to` that the route leads to from `frame`. */
export function eachFrame(
  frame: Frame,
  up: number,
  down: readonly number[],
  visit: (frame: Frame) => void,
): void {
  let at = frame;
  for (let level = 0; level < up && at.parent !== null; level += 1) at = at.parent;
  if (down.length === 0) visit(at);
  else descend(at, down, 0, visit);
}

function descend(frame: Frame, down: readonly number[], level: number, visit: (frame: Frame) => void): void {
  for (const instance of frame.repeats[down[level] ?? 0] ?? []) {
    if (level === down.length - 1) visit(instance);
    else descend(instance, down, level + 1, visit);
  }
}

/** `/data/visit[2]/shop`. */
export function pathOf(node: InterviewNode): string {
  if (node.frame.parent === null) return node.place.path;
  const { place, above } = node;
  const own = place.kind === 'repeat' ? `${place.name}[${node.frame.index + 1}]` : place.name;
  return `${above === null ? '' : pathOf(above)}/${own}`;
}
