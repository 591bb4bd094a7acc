import type { Compiled, Expression, ExpressionProblem } from '../../expression/index.ts';
import { compileExpression, parseExpression } from '../../expression/index.ts';
import type { CompileProblem } from '../problem.ts';
import { bindingFor } from './accessor.ts';
import { countOf } from './addedElements.ts';
import { choicesText, seedText } from './choiceTexts.ts';
import type { WrappedText } from './choiceTexts.ts';
import type { Layout } from './layOut.ts';
import type { Cell, CellKind, Place, Rules } from './place.ts';
import type { Viewpoint } from './target.ts';

export interface ReadyCell {
  readonly cell: Cell;
  /** Where its paths are seen from. */
  readonly asking: Viewpoint;
  readonly expression: Expression;
}

type Column = keyof Rules;

/** Compiles the expressions of every place, and makes cells of those that are kept up to date. */
export function compileRules(layout: Layout, problems: CompileProblem[]): ReadyCell[] {
  const ready: ReadyCell[] = [];
  const parse = parseOnce();
  for (const place of layout.places) {
    for (const { column, text, before } of textsOf(place)) {
      const asking = column === 'repeatCount' ? besideRepeat(place) : place;
      const parsed = parse(text);
      if (!parsed.ok) {
        problems.push(problemOf(place, column, before, parsed.error));
        continue;
      }
      const compiled = compileExpression(parsed.value, bindingFor(asking, layout));
      place.addRule(column, compiled);
      const cell = addCell(place, column, compiled, TRANSLATED.test(text));
      if (cell !== undefined) ready.push({ cell, asking, expression: parsed.value });
    }
  }
  return ready;
}

/** The same text, `true()` above all, is parsed once. */
function parseOnce(): typeof parseExpression {
  const known = new Map<string, ReturnType<typeof parseExpression>>();
  return (text) => {
    const parsed = known.get(text) ?? parseExpression(text);
    known.set(text, parsed);
    return parsed;
  };
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

const COLUMNS = ['required', 'calculation', 'constraint', 'warning', 'dynamicDefault'] as const;

function textsOf({ element, question }: Place): readonly ColumnText[] {
  if (element === null) return NO_TEXTS;
  const texts: ColumnText[] = [];
  add(texts, 'relevant', element.relevant);
  add(texts, 'readOnly', element.readOnly ?? (element.type === 'note' ? 'true()' : undefined));
  if (element.type === 'repeat') add(texts, 'repeatCount', countOf(element));
  if (question === null) return texts;
  for (const column of COLUMNS) add(texts, column, question[column]);
  add(texts, 'seed', seedText(question));
  const choices = choicesText(question);
  if (choices !== undefined) texts.push({ column: 'choices', ...choices });
  return texts;
}

const NO_TEXTS: readonly ColumnText[] = [];

function add(texts: ColumnText[], column: Column, text: string | undefined): void {
  if (text !== undefined && text.trim() !== '') texts.push({ column, text, before: 0 });
}

const CELLS: Readonly<Partial<Record<Column, CellKind>>> = {
  relevant: 'relevant',
  readOnly: 'readOnly',
  required: 'required',
  calculation: 'calculation',
  repeatCount: 'repeatCount',
};

/** Functions that speak the current language. */
const TRANSLATED = /\b(?:jr:itext|jr:choice-name|format-date|format-date-time)\s*\(/;

function addCell(place: Place, column: Column, compiled: Compiled, translated: boolean): Cell | undefined {
  const kind = CELLS[column];
  if (kind === undefined || (kind === 'calculation' && isTriggered(place))) return undefined;
  const scope = kind === 'repeatCount' ? (place.scope.parent ?? place.scope) : place.scope;
  const local = scope.cells.length;
  const cell: Cell = { kind, place, scope, compiled, translated, local, counts: null, rank: 0 };
  scope.cells.push(cell);
  return cell;
}

/** Its calculation runs when a trigger changes, and only then. */
export const isTriggered = (place: Place): boolean => (place.question?.triggers?.length ?? 0) > 0;

/** A count is asked before there is any instance: from beside the repeat. */
function besideRepeat(place: Place): Viewpoint {
  const { parent } = place;
  if (parent === null) return place;
  return { path: place.path, parent, children: [], scope: parent.scope };
}
