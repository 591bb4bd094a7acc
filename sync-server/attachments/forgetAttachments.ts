import { sql } from 'kysely';
import { TENANT, type Tx } from '../store/index.ts';

/** Takes out what a response that is erased says to have. Gives the hashes that no other response names any more. */
export async function forgetAttachments(tx: Tx, responseId: string): Promise<readonly string[]> {
  const named = await tx
    .deleteFrom('response_attachment')
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .returning('sha256')
    .execute();
  const forgotten: string[] = [];
  for (const sha256 of new Set(named.map((row) => row.sha256))) {
    if (await isNamed(tx, sha256)) continue;
    await tx.deleteFrom('attachment').where('tenant_id', '=', TENANT).where('sha256', '=', sha256).execute();
    forgotten.push(sha256);
  }
  return forgotten;
}

async function isNamed(tx: Tx, sha256: string): Promise<boolean> {
  const other = await tx
    .selectFrom('response_attachment')
    .where('tenant_id', '=', TENANT)
    .where('sha256', '=', sha256)
    .select(sql<number>`1`.as('one'))
    .executeTakeFirst();
  return other !== undefined;
}
