import type { EvaluationContext } from '../../context.ts';
import type { DataNode } from '../../dataNode.ts';
import type { Value } from '../../value.ts';
import { isNodes } from '../anyTerm.ts';
import { equalScalars } from '../operators/equalScalars.ts';
import type { Term } from '../term.ts';
import { inDocumentOrder } from './documentOrder.ts';
import { axisWalk } from './walkAxis.ts';

/** The rows (children named `step`) of `parent`, by the text at the end of `column`. */
export interface Rows {
  readonly parent: DataNode;
  readonly step: string;
  readonly column: readonly string[];
}

type Index = ReadonlyMap<string, readonly DataNode[]>;

const NONE: readonly DataNode[] = [];
const indexes = new WeakMap<DataNode, Map<string, Index>>();

/** The rows whose column equals the value by XPath's rule, in document order. */
export function rowsEqualing(rows: Rows, value: Term, context: EvaluationContext): readonly DataNode[] {
  if (value.type === 'string' || value.accessor?.single === true) {
    return indexOf(rows).get(value.string(context)) ?? NONE;
  }
  const wanted: Value = value.value(context);
  if (typeof wanted === 'string') return indexOf(rows).get(wanted) ?? NONE;
  if (!isNodes(wanted)) return compareEach(rows, wanted, context);
  const texts = new Set(wanted.map((node) => node.text()));
  if (texts.size === 0 && context.environment.collect === true) texts.add('');
  if (texts.size < 2) return texts.size === 0 ? NONE : (indexOf(rows).get([...texts][0] ?? '') ?? NONE);
  return inDocumentOrder([...texts].flatMap((text) => indexOf(rows).get(text) ?? NONE));
}

/** Numbers, dates and truth values are few in choice filters: the rows are gone through once. */
function compareEach(rows: Rows, wanted: Value, context: EvaluationContext): readonly DataNode[] {
  const { timeZone } = context.environment;
  return axisWalk(
    'child',
    rows.step,
  )(rows.parent).filter((row) => {
    const cells = cellsOf(row, rows.column);
    if (typeof wanted === 'boolean') return cells.length > 0 === wanted;
    return cells.some((cell) => equalScalars(cell.text(), wanted, timeZone));
  });
}

function cellsOf(row: DataNode, column: readonly string[]): readonly DataNode[] {
  return column.reduce<readonly DataNode[]>(
    (nodes, name) => nodes.flatMap((node) => axisWalk('child', name)(node)),
    [row],
  );
}

function indexOf(rows: Rows): Index {
  const ofParent = indexes.get(rows.parent) ?? new Map<string, Index>();
  indexes.set(rows.parent, ofParent);
  const key = `${rows.step}/${rows.column.join('/')}`;
  const known = ofParent.get(key);
  if (known !== undefined) return known;
  const index = buildIndex(rows);
  ofParent.set(key, index);
  return index;
}

function buildIndex({ parent, step, column }: Rows): Index {
  const index = new Map<string, DataNode[]>();
  for (const row of axisWalk('child', step)(parent)) {
    for (const text of new Set(cellsOf(row, column).map((cell) => cell.text()))) {
      const rows = index.get(text);
      if (rows === undefined) index.set(text, [row]);
      else rows.push(row);
    }
  }
  return index;
}
