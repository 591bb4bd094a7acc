import { hashSecret } from '../secrets/index.ts';
import { TENANT, type Tx } from '../store/index.ts';

/** Whether the nonce was good still: at all servers of the store it is once (H1). */
export async function spendNonce(tx: Tx, nonce: string, until: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('spent_nonce')
    .values({ tenant_id: TENANT, nonce_hash: hashSecret(nonce), until })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
