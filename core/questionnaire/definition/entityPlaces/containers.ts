import { isRepeat } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';

/** The form itself, a group or a repeat: what can hold an entity. */
export type Container = TreeNode;

const isBoundary = ({ parent, element }: Container): boolean =>
  parent === undefined || (element !== undefined && isRepeat(element));

/** The nearest repeat, the container itself included, or the form: entities are made once for each of its instances. */
export function scopeOf(container: Container): Container {
  let at = container;
  while (!isBoundary(at) && at.parent !== undefined) at = at.parent;
  return at;
}

/** How many repeats hold it, itself included. */
export function repeatsAround(container: Container): number {
  let count = 0;
  for (let at = scopeOf(container); at.parent !== undefined; at = scopeOf(at.parent)) count += 1;
  return count;
}

export function isWithin(inner: Container, outer: Container): boolean {
  let at: Container | undefined = inner;
  while (at !== undefined && at.depth > outer.depth) at = at.parent;
  return at === outer;
}

/** The innermost container around both. */
export function around(left: Container, right: Container): Container {
  let at = left;
  while (!isWithin(right, at) && at.parent !== undefined) at = at.parent;
  return at;
}

export const deeper = (left: Container, right: Container): Container =>
  right.depth > left.depth ? right : left;
