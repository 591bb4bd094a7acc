import type { Expression } from '../../syntax/expression.ts';

/** Called without arguments, these speak of the context node or of its place among its siblings. */
const CONTEXTUAL = new Set([
  'position',
  'last',
  'string',
  'number',
  'string-length',
  'normalize-space',
  'name',
  'local-name',
  'namespace-uri',
]);
const POSITIONAL = new Set(['position', 'last']);
/** Speak of the context node whatever their arguments. */
const ALWAYS_CONTEXTUAL = new Set(['once', 'lang']);

/** Whether a predicate's part can differ from row to row; if not, it is computed once for all of them. */
export function dependsOnRow(expression: Expression): boolean {
  return someOuterPart(expression, (part) => {
    if (part.kind === 'path') return part.start === 'context';
    if (part.kind !== 'call') return false;
    return (part.args.length === 0 && CONTEXTUAL.has(part.name)) || ALWAYS_CONTEXTUAL.has(part.name);
  });
}

/** Whether it asks for the row's position, or for how many rows there are. */
export const asksPosition = (expression: Expression): boolean =>
  someOuterPart(
    expression,
    (part) => part.kind === 'call' && part.args.length === 0 && POSITIONAL.has(part.name),
  );

/** Looks at every part that is evaluated for this row; predicates further in have rows of their own. */
function someOuterPart(expression: Expression, test: (part: Expression) => boolean): boolean {
  if (test(expression)) return true;
  const within = (inner: Expression): boolean => someOuterPart(inner, test);
  switch (expression.kind) {
    case 'negate':
      return within(expression.operand);
    case 'chain':
      return expression.operands.some(within);
    case 'call':
      return expression.args.some(within);
    case 'path':
      return typeof expression.start === 'object' && within(expression.start.expression);
    default:
      return false;
  }
}
