import { splitList } from '../conversion/splitList.ts';
import { booleanTerm, numberTerm, stringTerm } from '../evaluation/scalarTerms.ts';
import type { Term } from '../evaluation/term.ts';
import { printExpression } from '../syntax/printExpression.ts';
import type { Expression } from '../syntax/expression.ts';
import { wholeNumber } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary, present, unary, variadic } from './functionDefinition.ts';

const selected = (name: string): FunctionDefinition =>
  binary(name, (list, value) =>
    booleanTerm((context) => isSelected(list.string(context), value.string(context))),
  );

export const SELECTS: readonly FunctionDefinition[] = [
  selected('selected'),
  selected('is-selected'),
  unary('count-selected', (list) => numberTerm((context) => splitList(list.string(context)).length)),
  binary('selected-at', (list, index) =>
    stringTerm((context) => splitList(list.string(context))[wholeNumber(index.number(context))] ?? ''),
  ),
  variadic('jr:choice-name', [2, 2], ([value, path], call) =>
    labelOf(present(value), present(path), call.args[1]),
  ),
  unary('jr:itext', (id) =>
    stringTerm((context) => context.environment.translation(id.string(context)) ?? ''),
  ),
];

/** The label of a choice of the question that `path` names. */
export function labelOf(value: Term, path: Term, expression: Expression | undefined): Term {
  const question = quotedPath(path, expression);
  return stringTerm((context) => {
    const name = value.string(context);
    const { environment, current } = context;
    return name === '' ? '' : (environment.choiceName(name, question(context), current) ?? '');
  });
}

/** A blank list has a blank choice selected, as in JavaRosa. */
function isSelected(list: string, value: string): boolean {
  const wanted = value.trim();
  return list === wanted || ` ${splitList(list).join(' ')} `.includes(` ${wanted} `);
}

/** The question is named by a quoted path ('${q}' or '/data/q'); a bare one is taken the same way. */
function quotedPath(path: Term, expression: Expression | undefined): Term['string'] {
  const bare = expression?.kind === 'reference' || expression?.kind === 'path';
  if (!bare) return (context) => path.string(context);
  const text = printExpression(expression);
  return () => text;
}
