import type { EvaluationContext } from '../../context.ts';
import type { Value } from '../../value.ts';
import { isNodes } from '../anyTerm.ts';
import { equalScalars } from '../operators/equalScalars.ts';
import type { Term } from '../term.ts';
import type { ColumnIndex, Places } from './rowIndex.ts';
import { numberKey } from './rowIndex.ts';

const NONE: Places = [];

/** The rows whose column equals the value by XPath's rule. */
export function placesEqualing(index: ColumnIndex, value: Term, context: EvaluationContext): Places {
  if (value.type === 'string' || value.accessor?.single === true) {
    return index.byText.get(value.string(context)) ?? NONE;
  }
  const wanted: Value = value.value(context);
  if (typeof wanted === 'string') return index.byText.get(wanted) ?? NONE;
  if (typeof wanted === 'number') return placesOfNumber(index, wanted, context);
  if (!isNodes(wanted)) return compareEach(index, wanted, context);
  const texts = wanted.map((node) => node.text());
  if (texts.length === 0 && context.environment.collect === true) texts.push('');
  return joined(texts.map((text) => index.byText.get(text) ?? NONE));
}

/** All places, each once, ascending. */
export function joined(lists: readonly Places[]): Places {
  if (lists.length < 2) return lists[0] ?? NONE;
  return [...new Set(lists.flat())].sort((one, other) => one - other);
}

function placesOfNumber(index: ColumnIndex, wanted: number, context: EvaluationContext): Places {
  const numbers = index.byNumber();
  const key = numberKey(wanted);
  return joined([key - 1, key, key + 1].map((near) => numbers.get(near) ?? NONE)).filter((place) =>
    holds(index, place, wanted, context),
  );
}

/** Dates and truth values are few in choice filters: all rows are gone through. */
const compareEach = (index: ColumnIndex, wanted: Value, context: EvaluationContext): Places =>
  [...index.rows.keys()].filter((place) => holds(index, place, wanted, context));

function holds(
  index: ColumnIndex,
  place: number,
  wanted: Value,
  { environment }: EvaluationContext,
): boolean {
  const row = index.rows[place];
  const cells = row === undefined ? [] : index.cells(row);
  if (typeof wanted === 'boolean') return cells.length > 0 === wanted;
  return cells.some((cell) => equalScalars(cell.text(), wanted, environment));
}
