import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';

/** The predicate behind the path of a repeat as a choice filter: ` ./age ` is a node of the instance that is filtered. */
export function rowFilter(
  reading: FormReading,
  repeat: string,
  filter: string | undefined,
  path: string,
): string | undefined {
  if (filter === undefined) return undefined;
  const named = ` ${filter} `.replace(/ \.\/([\w./-]+) /g, (written: string, below: string) => {
    const known = reading.nameOf.get(`${repeat}/${below}`);
    return known === undefined ? written : `\${${known}}`;
  });
  return expressionOf(reading, named, path);
}
