import type { EvaluationContext } from '../context.ts';
import { anyTerm, isNodes } from '../evaluation/anyTerm.ts';
import { nodesTerm } from '../evaluation/nodesTerm.ts';
import { booleanTerm, dateTerm, numberTerm, stringTerm } from '../evaluation/scalarTerms.ts';
import type { Evaluate, Term } from '../evaluation/term.ts';
import type { DateValue } from '../dates/dateValue.ts';
import type { Value } from '../value.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary, ternary, unary, variadic } from './functionDefinition.ts';

export const DECISIONS: readonly FunctionDefinition[] = [
  ternary('if', (condition, then, otherwise) =>
    choosing(then, otherwise, (context) => (condition.boolean(context) ? then : otherwise)),
  ),
  binary('coalesce', (first, second) =>
    choosing(first, second, (context) => (isBlank(first.value(context)) ? second : first)),
  ),
  unary('once', (calculation) =>
    anyTerm((context) => {
      const kept = context.node.text();
      if (kept !== '') return kept;
      const value = calculation.value(context);
      return isBlank(value) ? '' : value;
    }),
  ),
  // JavaRosa's way to depend on further questions: the value of the first.
  variadic('depend', [1, Number.POSITIVE_INFINITY], ([first]) => first ?? stringTerm(() => '')),
];

/** A term that stands for one of two; it keeps their type when they share it, so that nothing is boxed on the way. */
function choosing(one: Term, other: Term, choose: Evaluate<Term>): Term {
  if (one.type !== other.type) return anyTerm((context) => choose(context).value(context));
  switch (one.type) {
    case 'string':
      return stringTerm((context) => choose(context).string(context));
    case 'number':
      return numberTerm((context) => choose(context).number(context));
    case 'boolean':
      return booleanTerm((context) => choose(context).boolean(context));
    case 'nodes':
      return nodesTerm((context) => choose(context).nodes(context));
    case 'date':
      return dateTerm((context) => asDate(choose(context), context));
    case 'any':
      return anyTerm((context) => choose(context).value(context));
  }
}

function asDate(term: Term, context: EvaluationContext): DateValue {
  const value = term.value(context);
  if (typeof value === 'object' && 'kind' in value) return value;
  throw new Error('a term of type date gives dates');
}

/** What coalesce passes over: '', a blank question, NaN. */
function isBlank(value: Value): boolean {
  if (typeof value === 'string') return value === '';
  if (typeof value === 'number') return Number.isNaN(value);
  return isNodes(value) && (value[0]?.text() ?? '') === '';
}
