import { parseExpression } from '../../expression/index.ts';
import type { Place } from './place.ts';
import { readsOf } from './reads.ts';
import type { Names } from './tracePath.ts';

/** The place that a path or `${name}` in a text means, as in the quoted path of jr:choice-name. */
export function placeNamed(text: string, asking: Place, names: Names): Place | undefined {
  const parsed = parseExpression(text);
  return parsed.ok ? readsOf(parsed.value, asking, names)[0]?.target.place : undefined;
}
