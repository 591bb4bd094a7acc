import type { Step } from '../../expression/index.ts';
import type { Place, Scope } from './place.ts';
import { commonDepth } from './target.ts';
import type { Target, Viewpoint } from './target.ts';

/** What paths and names are looked up in. */
export interface Names {
  /** What `/` means; its only child is the root. */
  readonly document: Viewpoint;
  readonly byPath: ReadonlyMap<string, Place>;
  readonly byName: ReadonlyMap<string, readonly Place[]>;
}

/**
 * Follows a step from every target. As in JavaRosa, a repeat that an absolute path names on the way and that the asking question
 * is in, too, means the question's own instance; named last, or with a predicate, it means every instance. A relative path says
 * by itself where it goes: `../../visit/shop` leads out of the own instance and into every one (`asking` is null then).
 */
export function traceStep(
  from: readonly Target<Viewpoint>[],
  step: Step,
  last: boolean,
  asking: Scope | null,
  names: Names,
): readonly Target<Viewpoint>[] {
  const found: Target<Viewpoint>[] = [];
  for (const target of from) {
    if (step.axis === 'self') found.push(target);
    else if (step.axis === 'parent') addParent(found, target);
    else if (step.axis === 'child') addChildren(found, target, step, last, asking, names);
    else if (step.axis === 'descendant-or-self') addDescendants(found, target);
  }
  return from.length > 1 ? eachOnce(found) : found;
}

/** `//*` and `..` meet the same places over and over; without this, their number would multiply at each step. */
function eachOnce(targets: readonly Target<Viewpoint>[]): readonly Target<Viewpoint>[] {
  const bounds = new Map<Viewpoint, Set<number>>();
  return targets.filter(({ place, bound }) => {
    const known = bounds.get(place);
    if (known === undefined) bounds.set(place, new Set([bound]));
    else if (known.has(bound)) return false;
    else known.add(bound);
    return true;
  });
}

function addParent(found: Target<Viewpoint>[], { place, bound }: Target<Viewpoint>): void {
  if (place.parent === null) return;
  found.push({ place: place.parent, bound: Math.min(bound, place.parent.scope.depth) });
}

function addChildren(
  found: Target<Viewpoint>[],
  target: Target<Viewpoint>,
  step: Step,
  last: boolean,
  asking: Scope | null,
  names: Names,
): void {
  for (const child of childrenOf(target.place, step.test, names)) {
    const own = !last && step.predicates.length === 0 && isOwn(child, target.bound, asking);
    found.push({ place: child, bound: own ? child.scope.depth : Math.min(target.bound, enclosing(child)) });
  }
}

function childrenOf(place: Viewpoint, test: string, { byPath }: Names): readonly Place[] {
  if (test === '*' || test === 'node()') return place.children;
  const child = byPath.get(`${place.path}/${test}`);
  return child === undefined ? [] : [child];
}

function isOwn(child: Place, bound: number, asking: Scope | null): boolean {
  if (asking === null || child.kind !== 'repeat' || bound !== child.scope.depth - 1) return false;
  return commonDepth(child.scope, asking) === child.scope.depth;
}

/** Depth of the scope that a place stands in; for a repeat, the one that holds its instances. */
export const enclosing = (place: Place): number =>
  place.kind === 'repeat' ? place.scope.depth - 1 : place.scope.depth;

function addDescendants(found: Target<Viewpoint>[], target: Target<Viewpoint>): void {
  const work: Target<Viewpoint>[] = [target];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    found.push(next);
    for (const place of next.place.children)
      work.push({ place, bound: Math.min(next.bound, enclosing(place)) });
  }
}

/** `${name}`: the instance nearest to the asking question, as pyxform's relative paths have it. */
export function traceName(places: readonly Place[], asking: Viewpoint): Target | undefined {
  let best: Target | undefined;
  for (const place of places) {
    const bound = Math.min(commonDepth(place.scope, asking.scope), enclosing(place));
    if (best === undefined || bound > best.bound) best = { place, bound };
  }
  return best;
}
