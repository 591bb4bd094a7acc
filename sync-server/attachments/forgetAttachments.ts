import { sql } from 'kysely';
import { TENANT, type Tx } from '../store/index.ts';

const NAMING = ['response_attachment', 'opened_attachment'] as const;

/** Takes out what a response that is erased says to have, opened or not. Gives the hashes that no other response names any more. */
export async function forgetAttachments(tx: Tx, responseId: string): Promise<readonly string[]> {
  const named = new Set<string>();
  for (const table of NAMING) {
    const rows = await tx
      .deleteFrom(table)
      .where('tenant_id', '=', TENANT)
      .where('response_id', '=', responseId)
      .returning('sha256')
      .execute();
    for (const { sha256 } of rows) named.add(sha256);
  }
  const forgotten: string[] = [];
  for (const sha256 of named) {
    if (await isNamed(tx, sha256)) continue;
    await tx.deleteFrom('attachment').where('tenant_id', '=', TENANT).where('sha256', '=', sha256).execute();
    forgotten.push(sha256);
  }
  return forgotten;
}

/** Whether a response says to have it, or what was sealed in one. */
export async function isNamed(tx: Tx, sha256: string): Promise<boolean> {
  for (const table of NAMING) {
    const other = await tx
      .selectFrom(table)
      .where('tenant_id', '=', TENANT)
      .where('sha256', '=', sha256)
      .select(sql<number>`1`.as('one'))
      .executeTakeFirst();
    if (other !== undefined) return true;
  }
  return false;
}
