import type { Place, Scope } from './place.ts';

/** Where a path can be seen from, or lead to: a place, or the document above the root. */
export interface Viewpoint {
  /** '' for the document. */
  readonly path: string;
  readonly parent: Place | null;
  readonly children: readonly Place[];
  readonly scope: Scope;
}

/**
 * What a path means before there are instances: a place, and down to which scope the instance is that of the question whose
 * expression it is (`bound`, a scope depth). Deeper than that the path means every instance.
 */
export interface Target<At extends Viewpoint = Place> {
  readonly place: At;
  readonly bound: number;
}

/** From the frame of the asking question to those of the target: up so many, then down through all instances of these repeats. */
export interface Route {
  readonly up: number;
  readonly down: readonly number[];
}

export function routeTo(target: Target, from: Scope): Route {
  return { up: from.depth - target.bound, down: repeatsBelow(target.place.scope, target.bound) };
}

const NOWHERE: readonly number[] = [];

/** Repeat indexes that lead from the ancestor at `depth` down to `scope`. */
export function repeatsBelow(scope: Scope, depth: number): readonly number[] {
  if (scope.depth <= depth) return NOWHERE;
  const down: number[] = [];
  for (let at: Scope = scope; at.depth > depth && at.parent !== null; at = at.parent) down.unshift(at.index);
  return down;
}

function scopeAt(scope: Scope, depth: number): Scope {
  let at = scope;
  while (at.depth > depth && at.parent !== null) at = at.parent;
  return at;
}

/** Depth of the deepest scope that holds both. */
export function commonDepth(one: Scope, other: Scope): number {
  if (one === other) return one.depth;
  let left = scopeAt(one, other.depth);
  let right = scopeAt(other, one.depth);
  while (left !== right && left.parent !== null && right.parent !== null) {
    left = left.parent;
    right = right.parent;
  }
  return left.depth;
}
