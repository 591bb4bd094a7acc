import { numberToText } from '../conversion/numberToText.ts';
import { daysOf } from '../conversion/daysOf.ts';
import { textNumber } from '../conversion/textNumber.ts';
import type { Environment, EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';
import { EvaluationFailure } from '../problem.ts';
import type { Value } from '../value.ts';
import { truthOfNodes } from './nodesTerm.ts';
import { truthOfNumber } from './scalarTerms.ts';
import type { Evaluate, Term } from './term.ts';

/** A term whose type is known only once it is evaluated. */
export function anyTerm(value: Evaluate<Value>): Term {
  return {
    type: 'any',
    value,
    string: (context) => textOf(value(context)),
    number: (context) => numberOf(value(context), context.environment),
    boolean: (context) => truthOf(value(context), context),
    nodes: (context) => nodesOf(value(context)),
  };
}

export const isNodes = (value: Value): value is readonly DataNode[] => Array.isArray(value);

export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberToText(value);
  if (typeof value === 'boolean') return String(value);
  return isNodes(value) ? (value[0]?.text() ?? '') : value.text;
}

/** Dates are days since 1970, by the local clock where Collect is followed, as in JavaRosa. */
export function numberOf(value: Value, environment: Environment): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return textNumber(value, environment);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return isNodes(value) ? (value[0]?.number() ?? Number.NaN) : daysOf(value, environment);
}

function truthOf(value: Value, context: EvaluationContext): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return truthOfNumber(value);
  if (typeof value === 'string') return value !== '';
  return isNodes(value) ? truthOfNodes(value, context) : !Number.isNaN(value.days);
}

function nodesOf(value: Value): readonly DataNode[] {
  if (isNodes(value)) return value;
  throw new EvaluationFailure('Questions (a path or ${name}) are needed here, not a single value.');
}
