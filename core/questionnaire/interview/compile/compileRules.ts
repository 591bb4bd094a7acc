import type { Compiled, Expression, ExpressionProblem } from '../../expression/index.ts';
import { compileExpression, parseExpression } from '../../expression/index.ts';
import type { CompileProblem } from '../problem.ts';
import { bindingFor } from './accessor.ts';
import { countOf } from './addedElements.ts';
import { choicesText, seedText } from './choiceTexts.ts';
import type { WrappedText } from './choiceTexts.ts';
import type { Layout } from './layOut.ts';
import type { Cell, CellKind, Place, Rules } from './place.ts';

export interface ReadyCell {
  readonly cell: Cell;
  /** Where its paths are seen from. */
  readonly asking: Place;
  readonly expression: Expression;
}

type Column = keyof Rules;

/** Compiles the expressions of every place, and makes cells of those that are kept up to date. */
export function compileRules(layout: Layout, problems: CompileProblem[]): ReadyCell[] {
  const ready: ReadyCell[] = [];
  for (const place of layout.places) {
    for (const { column, text, before } of textsOf(place)) {
      const asking = column === 'repeatCount' ? holder(place) : place;
      const parsed = parseExpression(text);
      if (!parsed.ok) {
        problems.push(problemOf(place, column, before, parsed.error));
        continue;
      }
      const compiled = compileExpression(parsed.value, bindingFor(asking, layout));
      place.rules[column] = compiled;
      const cell = addCell(place, column, compiled);
      if (cell !== undefined) ready.push({ cell, asking, expression: parsed.value });
    }
  }
  return ready;
}

function problemOf(
  { path }: Place,
  column: Column,
  before: number,
  problem: ExpressionProblem,
): CompileProblem {
  const shown = column === 'choices' ? 'choiceFilter' : column;
  return { path, column: shown, message: problem.message, position: Math.max(0, problem.position - before) };
}

interface ColumnText extends WrappedText {
  readonly column: Column;
}

function textsOf({ element, question }: Place): ColumnText[] {
  const texts: ColumnText[] = [];
  const add = (column: Column, text: string | undefined): void => {
    if (text !== undefined && text.trim() !== '') texts.push({ column, text, before: 0 });
  };
  add('relevant', element?.relevant);
  add('readOnly', element?.readOnly);
  if (element?.type === 'repeat') add('repeatCount', countOf(element));
  if (question === null) return texts;
  add('required', question.required);
  add('calculation', question.calculation);
  add('constraint', question.constraint);
  add('warning', question.warning);
  add('dynamicDefault', question.dynamicDefault);
  add('seed', seedText(question));
  const choices = choicesText(question);
  if (choices !== undefined) texts.push({ column: 'choices', ...choices });
  return texts;
}

const CELLS: Readonly<Partial<Record<Column, CellKind>>> = {
  relevant: 'relevant',
  readOnly: 'readOnly',
  required: 'required',
  calculation: 'calculation',
  repeatCount: 'repeatCount',
};

function addCell(place: Place, column: Column, compiled: Compiled): Cell | undefined {
  const kind = CELLS[column];
  if (kind === undefined || (kind === 'calculation' && isTriggered(place))) return undefined;
  const scope = kind === 'repeatCount' ? (place.scope.parent ?? place.scope) : place.scope;
  const cell: Cell = { kind, place, scope, compiled, local: scope.cells.length, rank: 0 };
  scope.cells.push(cell);
  return cell;
}

/** Its calculation runs when a trigger changes, and only then. */
export const isTriggered = (place: Place): boolean => (place.question?.triggers?.length ?? 0) > 0;

/** A count is asked before there is any instance: from beside the repeat. */
const holder = (place: Place): Place =>
  place.parent === null
    ? place
    : { ...place, kind: 'group', scope: place.parent.scope, slot: place.parent.slot };
