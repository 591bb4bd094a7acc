import type { Expression, NameReference } from './expression.ts';

/** Writes the tree back as text that parses to the same tree; `reference` may turn `${name}` into something else (a path). */
export function printExpression(_expression: Expression, _reference?: (name: NameReference) => string): string {
  throw new Error('not built yet');
}
