import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { TABLE_KEYS, type TableName } from './tableKeys.ts';

export type Row = Readonly<Record<string, string | number | Buffer | null>>;

const PAGE = 1_000;

/** A table's rows in the order of their keys, those after a key where one is given. Never more than a page is in memory. */
export async function* pagesOf(
  db: Kysely<Tables>,
  table: TableName,
  after?: Row,
): AsyncGenerator<readonly Row[]> {
  const key = TABLE_KEYS[table];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last = after;
  for (;;) {
    const values = last;
    const beyond =
      values === undefined
        ? sql``
        : sql`where (${columns}) > (${sql.join(key.map((column) => sql.val(values[column])))})`;
    const { rows } = await sql<Row>`select * from ${sql.table(table)} ${beyond}
      order by ${columns} limit ${sql.lit(PAGE)}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}
