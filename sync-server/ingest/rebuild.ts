import { sql } from 'kysely';
import { renameAttachments } from '../attachments/index.ts';
import { TENANT, type Store, type Tx } from '../store/index.ts';
import { refreshQuestions } from '../surveys/index.ts';
import { isRevoked } from './acceptances.ts';
import { deriveResponses } from './deriveResponses.ts';
import { quarantine } from './quarantine.ts';
import { understand } from './understand.ts';

const PAGE = 500;

/** Higher with every change of what follows from a response, so that a newer version makes what an older one derived anew. */
const DERIVATION = 3;

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
  for (const table of ['response', 'comment', 'counter', 'combination', 'quarantine'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', TENANT).execute();
  await renameAttachments(tx);
  let total = 0;
  let after = 0;
  for (;;) {
    const page = await readPage(tx, after);
    const last = page.at(-1);
    if (last === undefined) return total;
    await derivePage(tx, page);
    after = last.arrival;
    total += page.length;
  }
}

type InboxRow = Awaited<ReturnType<typeof readPage>>[number];

/** The first response of each id and revision; conflicting ones and erased ones do not count. */
async function readPage(tx: Tx, after: number) {
  return tx
    .selectFrom('inbox')
    .where('tenant_id', '=', TENANT)
    .where('arrival', '>', after)
    .where('conflict', '=', 0)
    .where(
      sql<boolean>`not exists (select 1 from tombstone where tombstone.tenant_id = inbox.tenant_id
        and tombstone.response_id = inbox.response_id)`,
    )
    .orderBy('arrival')
    .limit(PAGE)
    .select([
      'arrival',
      'response_id as responseId',
      'rev',
      'content_hash as contentHash',
      'payload',
      'seq',
      'clock_offset as clockOffset',
      'received_at as receivedAt',
      'device_touchpoint_id as deviceTouchpointId',
      isRevoked.as('revoked'),
    ])
    .execute();
}

async function derivePage(tx: Tx, page: readonly InboxRow[]): Promise<void> {
  const understandings = await understand(
    tx,
    page.map((row) => ({ ...row, text: row.payload.toString('utf8'), revoked: row.revoked === 1 })),
  );
  await quarantine(
    tx,
    page.flatMap((row, index) => {
      const understanding = understandings[index];
      return understanding?.ok === false ? [{ ...row, reason: understanding.error }] : [];
    }),
  );
  await deriveResponses(
    tx,
    understandings.flatMap((one) => (one.ok ? [one.value] : [])),
    () => true,
  );
}
