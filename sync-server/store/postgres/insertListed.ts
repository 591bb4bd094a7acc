import type { AnyColumn, InsertQueryBuilder, InsertResult, Transaction } from 'kysely';
import type { Column } from '../column.ts';
import { executeLater } from '../later.ts';
import type { Tables } from '../tables.ts';
import { columnsOf } from './columnsOf.ts';

type Insert<Name extends keyof Tables> = InsertQueryBuilder<Tables, Name, InsertResult>;

/** Inserts rows that are given by columns with one statement, for which nobody waits. `finish` says what else it does. */
export function insertListed<Name extends keyof Tables>(
  tx: Transaction<Tables>,
  table: Name,
  rows: number,
  columns: readonly (readonly [string, Column])[],
  finish: (query: Insert<Name>) => Insert<Name> = (query) => query,
): Promise<void> {
  const names = columns.map(([name]) => name as AnyColumn<Tables, Name>);
  const listed = columnsOf(
    rows,
    columns.map(([, column]) => column),
  );
  return executeLater(tx, finish(tx.insertInto(table).columns(names).expression(listed)));
}
