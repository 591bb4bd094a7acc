import { sql, type Kysely } from 'kysely';
import type { IncompleteList, IncompleteQuery } from '../../core/protocol/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { ITEM, namesOf } from './shownItem.ts';

const PAGE = 50;
/** What is still on its way after so long, somebody should look after. Milliseconds. */
const LATE = 24 * 3_600_000;

/** What responses that are here name, and whose contents are not. */
const missing = (db: Kysely<Tables>) =>
  db
    .selectFrom('response_attachment as named')
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.tenant_id', '=', 'named.tenant_id')
        .onRef('inbox.response_id', '=', 'named.response_id')
        .onRef('inbox.rev', '=', 'named.rev')
        .onRef('inbox.content_hash', '=', 'named.content_hash'),
    )
    .where('named.tenant_id', '=', TENANT)
    .where(
      sql<boolean>`not exists (select 1 from attachment
        where attachment.tenant_id = named.tenant_id and attachment.sha256 = named.sha256)`,
    );

/** How many responses wait for an attachment, and how many of them for long. */
export async function countIncomplete(
  db: Kysely<Tables>,
  now: number,
): Promise<{ readonly incomplete: number; readonly late: number }> {
  const counted = await missing(db)
    .select([
      sql<number | string>`count(distinct inbox.arrival)`.as('incomplete'),
      sql<
        number | string
      >`count(distinct case when inbox.received_at < ${now - LATE} then inbox.arrival end)`.as('late'),
    ])
    .executeTakeFirstOrThrow();
  return { incomplete: Number(counted.incomplete), late: Number(counted.late) };
}

/** A page of them, the longest waiting first, each with what is missing of it. */
export async function listIncomplete(
  db: Kysely<Tables>,
  { after }: IncompleteQuery,
  now: number,
): Promise<IncompleteList> {
  const page = missing(db).select('inbox.arrival').distinct().orderBy('inbox.arrival').limit(PAGE);
  const arrivals = await (after === undefined ? page : page.where('inbox.arrival', '>', after)).execute();
  if (arrivals.length === 0) return { now, items: [], next: null };
  const rows = await missing(db)
    .where(
      'inbox.arrival',
      'in',
      arrivals.map(({ arrival }) => arrival),
    )
    .select(ITEM)
    .select(['named.name as name', 'named.bytes as bytes'])
    .orderBy('inbox.arrival')
    .orderBy('named.name')
    .execute();
  const items = new Map<number, IncompleteList['items'][number]>();
  for (const row of rows) {
    const { item, responseId, rev, receivedAt, name, bytes } = row;
    const known = items.get(item) ?? {
      item,
      responseId,
      rev,
      ...namesOf(row),
      receivedAt,
      isLate: receivedAt < now - LATE,
      missing: [],
    };
    known.missing.push({ name, bytes });
    items.set(item, known);
  }
  const next = arrivals.length < PAGE ? null : (arrivals.at(-1)?.arrival ?? null);
  return { now, items: [...items.values()], next };
}
