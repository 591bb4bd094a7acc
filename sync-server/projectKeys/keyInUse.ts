import type { Kysely } from 'kysely';
import type { FileKeys } from '../../core/protocol/index.ts';
import { TENANT, type Tables } from '../store/index.ts';

/** The public half of the key that is sealed to today; null: none was made. */
export async function keyInUse(db: Kysely<Tables>): Promise<string | null> {
  const row = await db
    .selectFrom('project_key')
    .where('tenant_id', '=', TENANT)
    .where('state', '=', 'inUse')
    .select('recipient')
    .executeTakeFirst();
  return row?.recipient ?? null;
}

/** What a device is told of a survey beyond its version: to whom it seals (K1); nothing of one that is not sealed. */
export async function sealedTo(
  db: Kysely<Tables>,
  { isSealed }: { readonly isSealed: boolean },
  { recipients: [, ...recovery] }: FileKeys,
): Promise<{ readonly sealedTo?: string[] }> {
  if (!isSealed) return {};
  const recipient = await keyInUse(db);
  return { sealedTo: recipient === null ? recovery : [recipient, ...recovery] };
}
