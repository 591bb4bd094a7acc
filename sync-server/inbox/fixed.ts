import { sql, type Kysely } from 'kysely';
import type { QuarantineList, QuarantineQuery } from '../../core/protocol/index.ts';
import type { Correction } from '../ingest/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { ITEM, namesOf } from './shownItem.ts';

const PAGE = 50;

/** Whether the item is read as somebody said, and that was not taken back: by what was decided on it alone, in its order. */
export const isFixed = (decided: readonly { readonly correction: Correction }[]): boolean =>
  decided.findLast(({ correction: { kind } }) => kind === 'fixed' || kind === 'withdrawn')?.correction
    .kind === 'fixed';

/** The fix that holds of each item that is understood by it; of nothing that was erased. */
const holding = (db: Kysely<Tables>) =>
  db
    .selectFrom('correction as fix')
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.tenant_id', '=', 'fix.tenant_id')
        .onRef('inbox.response_id', '=', 'fix.response_id')
        .onRef('inbox.rev', '=', 'fix.rev')
        .onRef('inbox.content_hash', '=', 'fix.content_hash'),
    )
    .where('fix.tenant_id', '=', TENANT)
    .where('fix.kind', '=', 'fixed')
    .where(
      sql<boolean>`not exists (select 1 from correction later
        where later.tenant_id = fix.tenant_id and later.response_id = fix.response_id and later.rev = fix.rev
        and later.content_hash = fix.content_hash and later.nth > fix.nth and later.kind in ('fixed', 'withdrawn'))`,
    )
    .where(
      sql<boolean>`not exists (select 1 from quarantine
        where quarantine.tenant_id = fix.tenant_id and quarantine.response_id = fix.response_id
        and quarantine.rev = fix.rev and quarantine.content_hash = fix.content_hash)`,
    )
    .where(
      sql<boolean>`not exists (select 1 from tombstone
        where tombstone.tenant_id = fix.tenant_id and tombstone.response_id = fix.response_id)`,
    );

export async function countFixed(db: Kysely<Tables>): Promise<number> {
  const { count } = await holding(db)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** A page of what is read by another version because somebody said so; what came last first. */
export async function listFixed(
  db: Kysely<Tables>,
  { before }: Pick<QuarantineQuery, 'before'>,
): Promise<QuarantineList> {
  const page = before === undefined ? holding(db) : holding(db).where('inbox.arrival', '<', before);
  const rows = await page
    .orderBy('inbox.arrival', 'desc')
    .limit(PAGE)
    .select(ITEM)
    .select('fix.detail as detail')
    .execute();
  return {
    items: rows.map(({ contentHash: _, detail, ...row }) => ({
      ...row,
      ...namesOf(row),
      reason: '',
      why: null,
      surveyId: surveyIn(detail),
    })),
    next: rows.length < PAGE ? null : (rows.at(-1)?.item ?? null),
  };
}

/** As `noteCorrection` wrote it. */
const surveyIn = (detail: string): string =>
  (JSON.parse(detail) as { readonly fix: { readonly surveyId: string } }).fix.surveyId;
