import type { EvaluationContext } from '../../context.ts';
import type { DataNode } from '../../dataNode.ts';
import type { Expression, PathExpression, Step } from '../../syntax/expression.ts';
import type { Compiler } from '../compiler.ts';
import type { Term } from '../term.ts';
import { compileSteps } from './compileSteps.ts';
import { compilePredicate } from './predicate.ts';
import type { Filter } from './predicate.ts';
import { joined, placesEqualing } from './placesEqualing.ts';
import type { Places } from './rowIndex.ts';
import { columnIndex } from './rowIndex.ts';
import { asksPosition, dependsOnRow } from './rowDependence.ts';

export interface IndexedRows {
  /** How many of the path's steps the look-up answers. */
  readonly consumed: number;
  rows(from: readonly DataNode[], context: EvaluationContext): readonly DataNode[];
}

/**
 * `instance('list')/root/item[column = value]...`: secondary instances never change, so rows are looked up in an index that is
 * built on first use instead of comparing each row. Undefined where the path is not of that kind.
 */
export function compileIndexedRows(path: PathExpression, compiler: Compiler): IndexedRows | undefined {
  if (typeof path.start !== 'object' || path.start.predicates.length > 0) return undefined;
  const { expression } = path.start;
  if (expression.kind !== 'call' || expression.name !== 'instance') return undefined;
  const at = path.steps.findIndex((step) => step.predicates.length > 0);
  const step = path.steps[at];
  if (step === undefined || !path.steps.slice(0, at + 1).every(isChildName)) return undefined;
  const lookup = compileLookup(step.predicates[0], compiler);
  if (lookup === undefined) return undefined;
  const before = compileSteps(path.steps.slice(0, at), compiler);
  const filters: Filter[] = step.predicates
    .slice(1)
    .map((predicate) => compilePredicate(predicate, compiler).filter);
  if (lookup.rest !== undefined) filters.unshift(lookup.rest);
  return {
    consumed: at + 1,
    rows: (from, context) =>
      before(from, context).flatMap((parent) => {
        const { rows, places } = lookup.select(parent, step.test, context);
        const selected: readonly DataNode[] = places.flatMap((place) => rows[place] ?? []);
        return filters.reduce<readonly DataNode[]>((kept, filter) => filter(kept, context), selected);
      }),
  };
}

const isChildName = (step: Step): boolean => step.axis === 'child' && !/[*()]/.test(step.test);

/** The rows of one parent that pass what the index can answer. */
type Select = (parent: DataNode, step: string, context: EvaluationContext) => Selected;

interface Selected {
  readonly rows: readonly DataNode[];
  readonly places: Places;
}

interface Lookup {
  readonly select: Select;
  /** What else the predicate asked for (`a = 1 and ...`). */
  readonly rest: Filter | undefined;
}

function compileLookup(predicate: Expression | undefined, compiler: Compiler): Lookup | undefined {
  if (predicate === undefined) return undefined;
  const parts = operandsOf(predicate, 'and');
  if (parts.some(asksPosition)) return undefined;
  for (const part of parts) {
    const select = compileSelect(part, compiler);
    if (select === undefined) continue;
    const rest = parts.filter((other) => other !== part);
    return { select, rest: rest.length === 0 ? undefined : allOf(rest, compiler) };
  }
  return undefined;
}

const operandsOf = (expression: Expression, operator: 'and' | 'or'): readonly Expression[] =>
  expression.kind === 'chain' && expression.operators[0] === operator ? expression.operands : [expression];

/** `column = value`, or several of them joined by `or`. */
function compileSelect(part: Expression, compiler: Compiler): Select | undefined {
  const equalities: { readonly column: readonly string[]; readonly value: Term }[] = [];
  for (const operand of operandsOf(part, 'or')) {
    const equal = columnEquals(operand);
    if (equal === undefined) return undefined;
    equalities.push({ column: equal.column, value: compiler.forPredicate().compile(equal.value) });
  }
  return (parent, step, context) => {
    const found = equalities.map(({ column, value }) => {
      const index = columnIndex(parent, step, column);
      return { rows: index.rows, places: placesEqualing(index, value, context) };
    });
    return { rows: found[0]?.rows ?? [], places: joined(found.map(({ places }) => places)) };
  };
}

function allOf(parts: readonly Expression[], compiler: Compiler): Filter {
  const filters = parts.map((part) => compilePredicate(asCondition(part), compiler).filter);
  return (rows, context) => filters.reduce((kept, filter) => filter(kept, context), rows);
}

/** Out of its `and`, a number would read as a position: keep it a condition. */
const asCondition = (part: Expression): Expression => ({
  kind: 'call',
  name: 'boolean',
  args: [part],
  at: part.at,
});

function columnEquals(part: Expression): { column: readonly string[]; value: Expression } | undefined {
  if (part.kind !== 'chain' || part.operators.length !== 1 || part.operators[0] !== '=') return undefined;
  const [left, right] = part.operands;
  if (left === undefined || right === undefined) return undefined;
  for (const [one, value] of [
    [left, right],
    [right, left],
  ] as const) {
    const column = columnPath(one);
    if (column !== undefined && !dependsOnRow(value)) return { column, value };
  }
  return undefined;
}

function columnPath(expression: Expression): readonly string[] | undefined {
  if (expression.kind !== 'path' || expression.start !== 'context') return undefined;
  const plain = expression.steps.every((step) => isChildName(step) && step.predicates.length === 0);
  return plain ? expression.steps.map((step) => step.test) : undefined;
}
