import { numberToText } from '../conversion/numberToText.ts';
import type { Expression, NameReference, PathExpression, Step } from './expression.ts';
import { operatorOf, UNARY_LEVEL, UNION_LEVEL } from './operators.ts';

type PrintReference = (name: NameReference) => string;

const asWritten: PrintReference = ({ name, lastSaved }) => `\${${lastSaved ? 'last-saved#' : ''}${name}}`;

/** Writes the tree back as text that parses to the same tree; `reference` may turn `${name}` into something else (a path). */
export function printExpression(expression: Expression, reference: PrintReference = asWritten): string {
  return print(expression, 0, reference);
}

/** `level`: how tightly the surroundings bind; anything weaker gets brackets. */
function print(expression: Expression, level: number, reference: PrintReference): string {
  switch (expression.kind) {
    case 'number':
      return numberToText(expression.value);
    case 'string':
      return quoted(expression.value);
    case 'reference':
      return reference(expression);
    case 'call':
      return `${expression.name}(${expression.args.map((arg) => print(arg, 0, reference)).join(', ')})`;
    case 'negate':
      return bracketed(level > UNARY_LEVEL, `-${print(expression.operand, UNARY_LEVEL, reference)}`);
    case 'path':
      return printPath(expression, reference);
    case 'chain': {
      const own = operatorOf(expression.operators[0] ?? '|')?.level ?? UNION_LEVEL;
      const [first, ...rest] = expression.operands.map((operand) => print(operand, own + 1, reference));
      const text = rest.reduce(
        (sum, part, index) => `${sum} ${expression.operators[index]} ${part}`,
        first ?? '',
      );
      return bracketed(own < level, text);
    }
  }
}

function printPath(path: PathExpression, reference: PrintReference): string {
  if (path.start === 'root' && path.steps.length === 0) return '/';
  if (typeof path.start === 'string') {
    const steps = printSteps(path.steps, reference);
    return path.start === 'root' ? `/${steps}` : steps;
  }
  const inner = path.start.expression;
  const start = bracketed(inner.kind === 'path', print(inner, UNION_LEVEL + 1, reference));
  const steps = path.steps.length === 0 ? '' : `/${printSteps(path.steps, reference)}`;
  return start + printPredicates(path.start.predicates, reference) + steps;
}

const printSteps = (steps: readonly Step[], reference: PrintReference): string =>
  steps.map((step) => printStep(step) + printPredicates(step.predicates, reference)).join('/');

function printStep({ axis, test }: Step): string {
  if (axis === 'self' && test === 'node()') return '.';
  if (axis === 'parent' && test === 'node()') return '..';
  if (axis === 'attribute') return `@${test}`;
  return axis === 'child' ? test : `${axis}::${test}`;
}

const printPredicates = (predicates: readonly Expression[], reference: PrintReference): string =>
  predicates.map((predicate) => `[${print(predicate, 0, reference)}]`).join('');

const bracketed = (needed: boolean, text: string): string => (needed ? `(${text})` : text);

/** A text that holds both quotation marks can not be written as one literal; no parsed expression has one. */
function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`;
}
