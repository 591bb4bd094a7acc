import { TENANT, type Tx } from '../store/index.ts';
import { deriveRows, heldRows } from './deriveRows.ts';
import { takeBack } from './takeBack.ts';

/**
 * Lets a response be judged anew after `decide` has noted what people decided on it: what it counted for is taken back, and made again
 * from the inbox as a rebuild makes it. Gives the touchpoints whose numbers may have changed.
 */
export async function correctResponse(
  tx: Tx,
  responseId: string,
  decide: () => Promise<void>,
): Promise<readonly string[]> {
  const before = await takeBack(tx, responseId);
  await decide();
  for (const table of ['quarantine', 'unopened'] as const)
    await tx
      .deleteFrom(table)
      .where('tenant_id', '=', TENANT)
      .where('response_id', '=', responseId)
      .execute();
  const rows = await heldRows(tx).where('response_id', '=', responseId).orderBy('arrival').execute();
  const after = await deriveRows(tx, rows);
  return [...new Set([...before, ...after, ...rows.map(({ deviceTouchpointId }) => deviceTouchpointId)])];
}
