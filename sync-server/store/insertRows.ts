import {
  CompiledQuery,
  sql,
  type InsertQueryBuilder,
  type InsertResult,
  type Insertable,
  type Transaction,
} from 'kysely';
import { dialectOf } from './dialect.ts';
import { insertListed } from './postgres/insertListed.ts';
import { EachRow, chunksOf, packed } from './sqlite/eachRow.ts';
import { isInThread } from './sqlite/trips.ts';
import type { Tables } from './tables.ts';

type TableName = keyof Tables;

const compiled = new Map<string, string>();

/** Inserts rows that all have the same columns, in few statements and without building the same query again and again. */
export async function insertRows<Name extends TableName>(
  tx: Transaction<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  await insertInChunks(tx, table, rows, asItIs);
}

/** What a counter is told apart by: its primary key. */
export const COUNTER_KEY = [
  'tenant_id',
  'touchpoint_id',
  'local_date',
  'hour_from',
  'survey_id',
  'channel',
  'flag',
  'question',
  'value',
] as const;

/** What a combination is told apart by: its primary key. */
export const COMBINATION_KEY = [
  'tenant_id',
  'survey_id',
  'questionnaire_version',
  'flag',
  'given',
  'touchpoint_id',
  'local_date',
] as const;

/** Adds each row's count to the counter of the same key, which begins at nothing. */
export async function addToCounters(
  tx: Transaction<Tables>,
  rows: readonly Insertable<Tables['counter']>[],
): Promise<void> {
  await insertInChunks(tx, 'counter', inOrder(rows, COUNTER_KEY), (query) =>
    query.onConflict((conflict) =>
      conflict.columns([...COUNTER_KEY]).doUpdateSet({ count: sql`counter.count + excluded.count` }),
    ),
  );
}

/** The same for combinations. */
export async function addToCombinations(
  tx: Transaction<Tables>,
  rows: readonly Insertable<Tables['combination']>[],
): Promise<void> {
  await insertInChunks(tx, 'combination', inOrder(rows, COMBINATION_KEY), (query) =>
    query.onConflict((conflict) =>
      conflict.columns([...COMBINATION_KEY]).doUpdateSet({ count: sql`combination.count + excluded.count` }),
    ),
  );
}

/** In the order of their keys: two who add to the same counters at once must not wait for each other. */
function inOrder<Column extends string, Row extends Readonly<Record<Column, unknown>>>(
  rows: readonly Row[],
  key: readonly Column[],
): readonly Row[] {
  return rows
    .map((row) => ({ row, place: key.map((column) => row[column]).join('\n') }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ row }) => row);
}

const asItIs = <Query>(query: Query): Query => query;

type Insert<Name extends TableName> = InsertQueryBuilder<Tables, Name, InsertResult>;

async function insertInChunks<Name extends TableName>(
  tx: Transaction<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
  finish: (query: Insert<Name>) => Insert<Name>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Insertable<Tables[Name]>)[];
  if (rows.length === 0) return;
  if (dialectOf(tx) === 'postgres') {
    const listed = columns.map((name) => [String(name), { each: rows.map((row) => row[name]) }] as const);
    await insertListed(tx, table, rows.length, listed, finish);
    return;
  }
  const textFor = (chunk: readonly Insertable<Tables[Name]>[]): string => {
    const key = `${table} ${finish === asItIs ? '' : 'added'} ${String(chunk.length)} ${columns.join(' ')}`;
    const text = compiled.get(key) ?? finish(tx.insertInto(table).values(chunk)).compile().sql;
    compiled.set(key, text);
    return text;
  };
  const chunks = chunksOf(rows.length, (size) => textFor(rows.slice(0, size)));
  if (chunks.length > 0 && isInThread(tx)) {
    const packedColumns = columns.map((column) => packed(rows.map((row) => row[column])));
    await tx.executeQuery(new EachRow(chunks, packedColumns));
    return;
  }
  let done = 0;
  for (const { text, rows: size, times } of chunks) {
    for (const last = done + size * times; done < last; done += size) {
      const parameters: unknown[] = [];
      for (const row of rows.slice(done, done + size))
        for (const column of columns) parameters.push(row[column]);
      await tx.executeQuery(CompiledQuery.raw(text, parameters));
    }
  }
}
