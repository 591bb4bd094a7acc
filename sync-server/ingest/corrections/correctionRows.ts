import type { Kysely } from 'kysely';
import { TENANT, inList, type Tables, type Tx } from '../../store/index.ts';
import type { Correction, NotedCorrection } from './correction.ts';

/** Which item of the inbox. */
interface Item {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
}

/** Writes a person's decision down beside the item that it is about. */
export async function noteCorrection(
  tx: Tx,
  { responseId, rev, contentHash }: Item,
  correction: Correction,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<void> {
  const { last } = await tx
    .selectFrom('correction')
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .where('rev', '=', rev)
    .select(({ fn }) => fn.max('nth').as('last'))
    .executeTakeFirstOrThrow();
  const { kind, ...detail } = correction;
  await tx
    .insertInto('correction')
    .values({
      tenant_id: TENANT,
      response_id: responseId,
      rev,
      nth: ((last as number | null) ?? 0) + 1,
      content_hash: contentHash,
      kind,
      detail: JSON.stringify(detail),
      apart_id: correction.kind === 'apart' ? correction.apartId : null,
      made_by: by,
      made_at: at,
    })
    .execute();
}

/** All corrections of some responses, in the order in which they hold. */
export async function correctionsOf(
  db: Kysely<Tables>,
  responseIds: readonly string[],
): Promise<readonly (NotedCorrection & Item)[]> {
  if (responseIds.length === 0) return [];
  const rows = await db
    .selectFrom('correction')
    .where('tenant_id', '=', TENANT)
    .where('response_id', 'in', inList(responseIds))
    .orderBy('response_id')
    .orderBy('rev')
    .orderBy('nth')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    rev: row.rev,
    nth: row.nth,
    contentHash: row.content_hash,
    // As `noteCorrection` wrote it.
    correction: { ...(JSON.parse(row.detail) as object), kind: row.kind } as Correction,
    by: row.made_by,
    at: row.made_at,
  }));
}
