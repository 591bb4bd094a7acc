import type { DataNode } from '../../dataNode.ts';
import { axisWalk } from './walkAxis.ts';
import type { AxisWalk } from './walkAxis.ts';

/** Places of rows in their list, ascending. */
export type Places = readonly number[];

/** One column of a list: which rows hold a text, and, once asked, which hold a number. */
export interface ColumnIndex {
  readonly rows: readonly DataNode[];
  cells(row: DataNode): readonly DataNode[];
  readonly byText: ReadonlyMap<string, Places>;
  /** By `numberKey`; numbers that share a key still have to be compared. */
  byNumber(): ReadonlyMap<number, Places>;
}

const indexes = new WeakMap<DataNode, Map<string, ColumnIndex>>();

/** The index of the rows (children `step` of `parent`) by the texts at the end of `column`; built once, as lists never change. */
export function columnIndex(parent: DataNode, step: string, column: readonly string[]): ColumnIndex {
  const ofParent = indexes.get(parent) ?? new Map<string, ColumnIndex>();
  indexes.set(parent, ofParent);
  const key = `${step}/${column.join('/')}`;
  const known = ofParent.get(key);
  if (known !== undefined) return known;
  const index = buildIndex(axisWalk('child', step)(parent), column);
  ofParent.set(key, index);
  return index;
}

/** Numbers that count as equal lie within one key of each other. */
export const numberKey = (number: number): number => Math.round(number * 1e6);

function buildIndex(rows: readonly DataNode[], column: readonly string[]): ColumnIndex {
  const walks: readonly AxisWalk[] = column.map((name) => axisWalk('child', name));
  const cells = (row: DataNode): readonly DataNode[] =>
    walks.reduce<readonly DataNode[]>(
      (nodes, walk) => (nodes.length === 1 && nodes[0] !== undefined ? walk(nodes[0]) : nodes.flatMap(walk)),
      [row],
    );
  let byNumber: ReadonlyMap<number, Places> | undefined;
  return {
    rows,
    cells,
    byText: group(rows, (row) => cells(row).map((cell) => cell.text())),
    byNumber: () => {
      byNumber ??= group(rows, (row) => cells(row).map((cell) => numberKey(cell.number())));
      return byNumber;
    },
  };
}

function group<Key>(
  rows: readonly DataNode[],
  keysOf: (row: DataNode) => readonly Key[],
): ReadonlyMap<Key, Places> {
  const groups = new Map<Key, number[]>();
  rows.forEach((row, place) => {
    for (const key of keysOf(row)) {
      const places = groups.get(key);
      if (places === undefined) groups.set(key, [place]);
      else if (places.at(-1) !== place) places.push(place);
    }
  });
  return groups;
}
