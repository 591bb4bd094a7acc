import { sql, type Insertable, type Kysely } from 'kysely';
import { dialectOf, insertRows, type Tables } from '../../store/index.ts';
import { pagesOf, type Row } from './pagesOf.ts';
import type { TableName } from './tableKeys.ts';

export type Tell = (line: string) => void;

/** Adds the rows of a table that come after those that are there. Each page is committed by itself, so a copy that ends early can go on. */
export async function copyRows(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  table: TableName,
  { after, tell }: { readonly after?: Row; readonly tell?: Tell } = {},
): Promise<void> {
  let copied = 0;
  for await (const page of pagesOf(from, table, after)) {
    await to
      .transaction()
      .execute((tx) =>
        insertRows(tx, table, page as readonly unknown[] as readonly Insertable<Tables[TableName]>[]),
      );
    copied += page.length;
    tell?.(`${table}: ${String(copied)} rows`);
  }
}

/** Tables that are only ever added to, with what numbers their rows; triggers refuse anything else. */
const APPENDED = { inbox: 'arrival', audit: 'entry' } as const;
export type Appended = keyof typeof APPENDED;
export const isAppended = (table: TableName): table is Appended => Object.hasOwn(APPENDED, table);

/** What is there of such a table stays; nothing is looked at that was looked at before. */
export async function continueTable(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  table: Appended,
  tell?: Tell,
): Promise<void> {
  const number = APPENDED[table];
  const { rows } = await sql<{ last: number | null }>`select max(${sql.ref(number)}) as last
    from ${sql.table(table)}`.execute(to);
  const last = rows[0]?.last ?? null;
  await copyRows(from, to, table, {
    ...(last === null ? {} : { after: { [number]: last } }),
    ...(tell === undefined ? {} : { tell }),
  });
  if (dialectOf(to) === 'postgres')
    await sql`select setval(pg_get_serial_sequence(${table}, ${number}),
      greatest((select max(${sql.ref(number)}) from ${sql.table(table)}), 1))`.execute(to);
}

/** What was erased after it had been copied is erased in the copy. */
export async function eraseAgain(to: Kysely<Tables>): Promise<void> {
  await to
    .updateTable('inbox')
    .set({ payload: Buffer.alloc(0) })
    .where(
      sql<boolean>`length(payload) > 0 and exists (select 1 from tombstone
        where tombstone.tenant_id = inbox.tenant_id and tombstone.response_id = inbox.response_id)`,
    )
    .execute();
}
