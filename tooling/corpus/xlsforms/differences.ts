import type { Definition } from '../../../core/questionnaire/index.ts';

/** Where two definitions say something else. `place` names columns, not positions: `elements.label`, `choices.columns`. */
export interface Difference {
  readonly place: string;
  /** Type of the question, group or repeat. */
  readonly type: string;
  /** Column, and what each says of it. */
  readonly column: string;
  readonly one: unknown;
  readonly other: unknown;
}

interface Place {
  readonly path: readonly string[];
  readonly type: string;
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamed = (list: readonly unknown[]): list is readonly (Members & { readonly name: string })[] =>
  list.every((item) => isMembers(item) && typeof item['name'] === 'string');

/** In XML attributes, where expressions stand, a line break is a blank. */
const sameText = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && flat(one) === flat(other);
const flat = (text: string): string => text.replace(/[\t\n\r]/g, ' ');

/** All differences of two definitions; members of lists are matched by name where each has another. */
export function differencesOf(one: Definition, other: Definition): readonly Difference[] {
  const found: Difference[] = [];
  compare(one, other, { path: [], type: '' }, found);
  return found;
}

function compare(one: unknown, other: unknown, place: Place, found: Difference[]): void {
  if (one === other || sameText(one, other)) return;
  if (Array.isArray(one) && Array.isArray(other)) compareLists(one, other, place, found);
  else if (isMembers(one) && isMembers(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
      compare(one[key], other[key], { ...place, path: [...place.path, key] }, found);
  } else {
    const path = place.path.filter((key, index) => !(key === 'elements' && place.path[index - 1] === key));
    found.push({ place: path.join('.'), type: place.type, column: path.at(-1) ?? '', one, other });
  }
}

function compareLists(
  one: readonly unknown[],
  other: readonly unknown[],
  place: Place,
  found: Difference[],
): void {
  const named = isNamed(one) && isNamed(other) && areDistinct(one) && areDistinct(other);
  if (!named) {
    for (let index = 0; index < Math.max(one.length, other.length); index += 1)
      compare(one[index], other[index], place, found);
    return;
  }
  const theirs = new Map(other.map((item) => [item.name, item]));
  const ours = new Map(one.map((item) => [item.name, item]));
  for (const item of one) compare(item, theirs.get(item.name), inside(place, item), found);
  for (const item of other) if (!ours.has(item.name)) compare(undefined, item, inside(place, item), found);
  const order = one.map(({ name }) => name).filter((name) => theirs.has(name));
  const theirOrder = other.map(({ name }) => name).filter((name) => ours.has(name));
  if (order.join(' ') !== theirOrder.join(' ')) compare(order.join(' '), theirOrder.join(' '), place, found);
}

const areDistinct = (list: readonly { readonly name: string }[]): boolean =>
  new Set(list.map(({ name }) => name)).size === list.length;

const inside = (place: Place, item: Members): Place =>
  typeof item['type'] === 'string' ? { ...place, type: item['type'] } : place;
