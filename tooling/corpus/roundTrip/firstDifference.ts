import { isDeepStrictEqual } from 'node:util';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);

/** The first place where two values differ, and what they hold there. */
export function firstDifference(meant: unknown, got: unknown, place = ''): string {
  if (isObject(meant) && isObject(got)) {
    for (const key of new Set([...Object.keys(meant), ...Object.keys(got)]))
      if (!isDeepStrictEqual(meant[key], got[key]))
        return firstDifference(meant[key], got[key], `${place}/${key}`);
  }
  return `${place}: ${shown(meant)} became ${shown(got)}`;
}
