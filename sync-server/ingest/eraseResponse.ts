import type { Clock } from '../../core/kernel/index.ts';
import { forgetAttachments, type AttachmentStore } from '../attachments/index.ts';
import { recordAct, type Actor } from '../audit/index.ts';
import type { EventHub } from '../events/index.ts';
import { TENANT, type Store, type Tx } from '../store/index.ts';
import { takeBack } from './takeBack.ts';

interface ErasureParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly contents: AttachmentStore;
}

/**
 * Erases what a person said, in all its revisions: out of the inbox, the lists and the numbers, and for good (V7). Id, hash and place in
 * the device's chain stay, so that it is known again and nothing seems lost. False where the server holds no such response; erasing
 * again changes nothing.
 */
export async function eraseResponse(
  { store, clock, events, contents }: ErasureParts,
  responseId: string,
  by: Actor,
): Promise<boolean> {
  const erased = await store.write(async (tx) => {
    const done = await erase(tx, responseId, by, clock.now());
    if (done === null) return null;
    // Before the commit: where the contents can't be removed, all of it is to be asked for again. A device brings again what was removed in vain.
    for (const sha256 of await forgetAttachments(tx, done.arrivedAs)) await contents.remove(sha256);
    return done;
  });
  if (erased === null) return false;
  for (const touchpointId of erased.touchpointIds) events.publish('responses', touchpointId);
  events.publish('inbox', '');
  return true;
}

async function erase(tx: Tx, asked: string, by: Actor, now: number) {
  const responseId = await arrivedAs(tx, asked);
  const held = await tx
    .selectFrom('inbox')
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .select('device_touchpoint_id')
    .executeTakeFirst();
  if (held === undefined) return null;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tombstone')
    .values({ tenant_id: TENANT, response_id: responseId, erased_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n)
    await recordAct(tx, { by, at: now, act: 'response_erased', kind: 'response', subject: responseId });
  const touchpointIds = await takeBack(tx, responseId);
  for (const table of ['quarantine', 'unopened', 'opened'] as const)
    await tx
      .deleteFrom(table)
      .where('tenant_id', '=', TENANT)
      .where('response_id', '=', responseId)
      .execute();
  await tx
    .updateTable('inbox')
    .set({ payload: Buffer.alloc(0) })
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .execute();
  return {
    arrivedAs: responseId,
    touchpointIds: touchpointIds.length > 0 ? touchpointIds : [held.device_touchpoint_id],
  };
}

/** The id under which it came: what counts apart since people decided so has another one. It can't be erased without what it came with. */
async function arrivedAs(tx: Tx, responseId: string): Promise<string> {
  const apart = await tx
    .selectFrom('correction')
    .where('tenant_id', '=', TENANT)
    .where('apart_id', '=', responseId)
    .select('response_id')
    .executeTakeFirst();
  return apart?.response_id ?? responseId;
}
