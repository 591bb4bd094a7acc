import type { Operator } from './expression.ts';

/** Weakest first; `|` binds tighter than unary minus and is read elsewhere. Operators of a level group from the left. */
export const LEVELS: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

export const UNARY_LEVEL = LEVELS.length;
export const UNION_LEVEL = UNARY_LEVEL + 1;

const BY_TEXT = new Map<string, { readonly operator: Operator; readonly level: number }>([
  ...LEVELS.flatMap((operators, level) =>
    operators.map((operator) => [operator, { operator, level }] as const),
  ),
  ['|', { operator: '|', level: UNION_LEVEL }],
]);

export const operatorOf = (
  text: string,
): { readonly operator: Operator; readonly level: number } | undefined => BY_TEXT.get(text);
