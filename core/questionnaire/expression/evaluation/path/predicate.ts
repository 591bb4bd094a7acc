import type { EvaluationContext } from '../../context.ts';
import type { DataNode } from '../../dataNode.ts';
import type { Expression } from '../../syntax/expression.ts';
import type { Compiler } from '../compiler.ts';
import { spend } from '../effort.ts';
import type { Evaluate, Term } from '../term.ts';
import { asksPosition, dependsOnRow } from './rowDependence.ts';

/** Keeps the rows that pass. `rows` are what one step found from one node, so positions count from 1 within them. */
export type Filter = (rows: readonly DataNode[], context: EvaluationContext) => readonly DataNode[];

export interface Predicate {
  readonly filter: Filter;
  /** Depends on where a row stands among its neighbours, so it can not be moved past other steps. */
  readonly positional: boolean;
}

export function compilePredicate(expression: Expression, compiler: Compiler): Predicate {
  const term = compiler.forPredicate().compile(expression);
  const pick = pickOne(expression, term, compiler);
  if (pick !== undefined) return { filter: pick, positional: true };
  if (term.type === 'number' || term.type === 'any') {
    const test = (context: EvaluationContext): boolean => passes(term, context);
    return { filter: (rows, context) => keep(rows, test, context), positional: true };
  }
  const test = (context: EvaluationContext): boolean => term.boolean(context);
  return { filter: (rows, context) => keep(rows, test, context), positional: asksPosition(expression) };
}

/** `[3]`, `[position() = ${n}]`: when the number is the same for all rows, one row is taken without looking at the rest. */
function pickOne(expression: Expression, term: Term, compiler: Compiler): Filter | undefined {
  const wanted = wantedPosition(expression, term, compiler);
  if (wanted === undefined) return undefined;
  return (rows, context) => {
    const row = rows[wanted.number(context) - 1];
    return row === undefined ? [] : [row];
  };
}

function wantedPosition(expression: Expression, term: Term, compiler: Compiler): Term | undefined {
  if (term.type === 'number' && !dependsOnRow(expression)) return term;
  if (expression.kind !== 'chain' || expression.operators.length !== 1 || expression.operators[0] !== '=')
    return undefined;
  const [left, right] = expression.operands;
  if (left === undefined || right === undefined) return undefined;
  const other = isPosition(left) ? right : isPosition(right) ? left : undefined;
  if (other === undefined || dependsOnRow(other)) return undefined;
  const value = compiler.forPredicate().compile(other);
  const oneNumber = value.type === 'number' || value.type === 'string' || value.accessor?.single === true;
  return oneNumber ? value : undefined;
}

const isPosition = (expression: Expression): boolean =>
  expression.kind === 'call' && expression.name === 'position' && expression.args.length === 0;

function passes(term: Term, context: EvaluationContext): boolean {
  const value = term.value(context);
  return typeof value === 'number' ? value === context.position : term.boolean(context);
}

/** The hot loop of every list filter: one context, moved from row to row and put back. */
function keep(
  rows: readonly DataNode[],
  test: Evaluate<boolean>,
  context: EvaluationContext,
): readonly DataNode[] {
  const { node, position, size } = context;
  const kept: DataNode[] = [];
  spend(context, rows.length);
  context.size = rows.length;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    context.node = row;
    context.position = index + 1;
    if (test(context)) kept.push(row);
  }
  context.node = node;
  context.position = position;
  context.size = size;
  return kept;
}
