import type { MarkdownForm } from '../xlsforms/markdownForms.ts';

/** What pyxform's tests say of an XForm, by paths. */
export interface ExpectingForm extends MarkdownForm {
  readonly xml__xpath_match?: readonly string[];
  readonly xml__xpath_count?: readonly (readonly [path: string, count: number])[];
  readonly xml__xpath_exact?: readonly (readonly [path: string, texts: readonly string[]])[];
}

export interface Assertion {
  readonly path: string;
  readonly holds: (texts: readonly string[]) => boolean;
}

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  new Set([...left, ...right]).size === new Set(left).size && new Set(left).size === new Set(right).size;

/** As pyxform's tests have it: a match is one node and no more. */
export function assertionsOf({
  xml__xpath_match = [],
  xml__xpath_count = [],
  xml__xpath_exact = [],
}: ExpectingForm): readonly Assertion[] {
  return [
    ...xml__xpath_match.map((path) => ({ path, holds: ({ length }: readonly string[]) => length === 1 })),
    ...xml__xpath_count.map(([path, count]) => ({
      path,
      holds: ({ length }: readonly string[]) => length === count,
    })),
    ...xml__xpath_exact.map(([path, expected]) => ({
      path,
      holds: (texts: readonly string[]) => sameSet(texts, expected),
    })),
  ];
}
