import type { EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';
import { placesEqualing } from '../evaluation/path/placesEqualing.ts';
import { columnIndex } from '../evaluation/path/rowIndex.ts';
import { stringTerm } from '../evaluation/scalarTerms.ts';
import { EvaluationFailure } from '../problem.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { present, variadic } from './functionDefinition.ts';

/** pulldata(list, column, key column, key): short for instance(list)/root/item[key column = key]/column. */
export const PULLDATA: FunctionDefinition = variadic('pulldata', [4, 4], ([list, column, keyColumn, key]) => {
  const [id, wanted, by, value] = [present(list), present(column), present(keyColumn), present(key)];
  return stringTerm((context) => {
    const parent = rootOf(id.string(context), context);
    if (parent === undefined) return '';
    const index = columnIndex(parent, 'item', [by.string(context)]);
    const place = placesEqualing(index, value, context)[0];
    const row = place === undefined ? undefined : index.rows[place];
    const name = wanted.string(context);
    return row?.children.find((cell) => cell.name === name)?.text() ?? '';
  });
});

function rootOf(id: string, { environment }: EvaluationContext): DataNode | undefined {
  const document = environment.instance(id);
  if (document === undefined)
    throw new EvaluationFailure(`There is no list "${id}" for pulldata(): attach ${id}.csv.`);
  return document.children.find((child) => child.name === 'root');
}
