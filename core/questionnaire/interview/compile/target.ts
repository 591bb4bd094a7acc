import type { Place, Scope } from './place.ts';

/**
 * What a path means before there are instances: a place, and down to which scope the instance is that of the question whose
 * expression it is (`bound`, a scope depth). Deeper than that the path means every instance.
 */
export interface Target {
  readonly place: Place;
  readonly bound: number;
}

/** From the frame of `from` to the frames of the target: up so many, then down through all instances of these repeats. */
export interface Route {
  readonly up: number;
  readonly down: readonly number[];
}

export function routeTo(target: Target, from: Scope): Route {
  return { up: from.depth - target.bound, down: repeatsBelow(target.place.scope, target.bound) };
}

/** Repeat indexes that lead from the ancestor at `depth` down to `scope`. */
export function repeatsBelow(scope: Scope, depth: number): number[] {
  const down: number[] = [];
  for (let at: Scope = scope; at.depth > depth && at.parent !== null; at = at.parent) down.unshift(at.index);
  return down;
}

export function scopeAt(scope: Scope, depth: number): Scope {
  let at = scope;
  while (at.depth > depth && at.parent !== null) at = at.parent;
  return at;
}

/** Depth of the deepest scope that holds both. */
export function commonDepth(one: Scope, other: Scope): number {
  let left = scopeAt(one, other.depth);
  let right = scopeAt(other, one.depth);
  while (left !== right && left.parent !== null && right.parent !== null) {
    left = left.parent;
    right = right.parent;
  }
  return left.depth;
}
