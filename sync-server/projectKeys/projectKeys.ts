import type { Kysely } from 'kysely';
import { keyIdOf, type ProjectKey } from '../../core/protocol/index.ts';
import { recordAct, type Actor } from '../audit/index.ts';
import { TENANT, storable, type Tables, type Tx } from '../store/index.ts';

interface Doing {
  readonly by: Actor;
  readonly at: number;
}

/** Latest first. */
export async function listKeys(db: Kysely<Tables>): Promise<ProjectKey[]> {
  return db
    .selectFrom('project_key')
    .where('tenant_id', '=', TENANT)
    .orderBy('made_at', 'desc')
    .orderBy('key_id')
    .select([
      'key_id as keyId',
      'recipient',
      'state',
      'made_at as madeAt',
      'made_by as madeBy',
      'ended_at as endedAt',
    ])
    .execute();
}

/**
 * Seals to this key from now on, and to no other. Asked again it changes nothing. False: it is one that was given up, and a key that was
 * given up is never taken again.
 */
export async function putInUse(tx: Tx, recipient: string, { by, at }: Doing): Promise<boolean> {
  const keyId = keyIdOf(recipient);
  const known = await findKey(tx, keyId);
  if (known !== undefined) return known.state === 'inUse';
  const former = await tx
    .selectFrom('project_key')
    .where('tenant_id', '=', TENANT)
    .where('state', '=', 'inUse')
    .select('key_id')
    .executeTakeFirst();
  await tx
    .updateTable('project_key')
    .set({ state: 'retired', ended_at: at })
    .where('tenant_id', '=', TENANT)
    .where('state', '=', 'inUse')
    .execute();
  await tx
    .insertInto('project_key')
    .values({
      tenant_id: TENANT,
      key_id: keyId,
      recipient,
      state: 'inUse',
      made_at: at,
      made_by: storable(by.name),
      ended_at: null,
    })
    .execute();
  const detail = former === undefined ? {} : { retired: former.key_id };
  await recordAct(tx, { by, at, act: 'project_key_made', kind: 'projectKey', subject: keyId, detail });
  return true;
}

/** Notes that somebody else may have it. One in use would leave nothing to seal to. */
export async function revoke(
  tx: Tx,
  keyId: string,
  { by, at }: Doing,
): Promise<'done' | 'inUse' | 'unknown'> {
  const known = await findKey(tx, keyId);
  if (known === undefined) return 'unknown';
  if (known.state === 'inUse') return 'inUse';
  if (known.state === 'revoked') return 'done';
  await tx
    .updateTable('project_key')
    .set({ state: 'revoked' })
    .where('tenant_id', '=', TENANT)
    .where('key_id', '=', keyId)
    .execute();
  await recordAct(tx, { by, at, act: 'project_key_revoked', kind: 'projectKey', subject: keyId });
  return 'done';
}

const findKey = (tx: Tx, keyId: string) =>
  tx
    .selectFrom('project_key')
    .where('tenant_id', '=', TENANT)
    .where('key_id', '=', keyId)
    .select('state')
    .executeTakeFirst();

export async function countUnopened(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('unopened')
    .where('tenant_id', '=', TENANT)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
