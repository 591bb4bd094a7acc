import { contributionsOf } from '../metrics/index.ts';
import { TENANT, type Tx } from '../store/index.ts';
import { countedResponses, forgetResponses } from './countedResponses.ts';
import { CounterChanges } from './counterChanges.ts';

/** Takes a response, and what of it counts apart, out of lists and numbers. Gives the touchpoints whose numbers went down. */
export async function takeBack(tx: Tx, responseId: string): Promise<readonly string[]> {
  const apart = await tx
    .selectFrom('correction')
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .where('apart_id', 'is not', null)
    .select('apart_id as apartId')
    .execute();
  const ids = [...new Set([responseId, ...apart.map(({ apartId }) => apartId ?? responseId)])];
  const counted = await countedResponses(tx, ids);
  const changes = new CounterChanges();
  for (const one of counted.values()) changes.add(one, contributionsOf(one.response, one.questions), -1);
  await forgetResponses(tx, ids);
  await changes.write(tx);
  return [...counted.values()].map(({ response }) => response.touchpointId);
}
