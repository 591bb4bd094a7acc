import { renameAttachments } from '../attachments/index.ts';
import { TENANT, type Store, type Tx } from '../store/index.ts';
import { refreshQuestions } from '../surveys/index.ts';
import { deriveRows, heldRows } from './deriveRows.ts';

const PAGE = 500;

/** Higher with every change of what follows from a response, so that a newer version makes what an older one derived anew. */
const DERIVATION = 5;

/**
 * Throws away everything derived and makes it again from the inbox, in the order of arrival and in one transaction. The numbers come
 * out the same; what was quarantined is judged anew, so a survey published since is a repair. Gives how many responses it read.
 */
export async function rebuild(store: Store): Promise<number> {
  return store.write(rebuildAll);
}

/** The same where what stands there was derived by other rules than today's; null: by today's. For the start, before anybody is served. */
export async function rebuildIfOutdated(store: Store): Promise<number | null> {
  return store.write(async (tx) => ((await markDerived(tx)) ? rebuildAll(tx) : null));
}

/** Whether the mark was another one before. Of several servers that start at once only the first finds that. */
async function markDerived(tx: Tx): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('server')
    .set({ derivation: DERIVATION })
    .where('derivation', '!=', DERIVATION)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function rebuildAll(tx: Tx): Promise<number> {
  await markDerived(tx);
  await refreshQuestions(tx);
  for (const table of ['response', 'comment', 'counter', 'combination', 'quarantine', 'unopened'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', TENANT).execute();
  await renameAttachments(tx);
  let total = 0;
  let after = 0;
  for (;;) {
    const page = await heldRows(tx).where('arrival', '>', after).orderBy('arrival').limit(PAGE).execute();
    const last = page.at(-1);
    if (last === undefined) return total;
    await deriveRows(tx, page);
    after = last.arrival;
    total += page.length;
  }
}
