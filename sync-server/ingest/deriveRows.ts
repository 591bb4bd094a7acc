import { sql } from 'kysely';
import { TENANT, type Tx } from '../store/index.ts';
import { isRevoked } from './acceptances.ts';
import { readDecisions } from './corrections/index.ts';
import { deriveResponses } from './deriveResponses.ts';
import { noteUnopened, readOpened } from './opening/index.ts';
import { quarantine } from './quarantine.ts';
import { apart, understand } from './understand.ts';

type HeldRow = Awaited<ReturnType<ReturnType<typeof heldRows>['execute']>>[number];

/** What of the inbox may count: the first of each id and revision, and what people decided on. Nothing that was erased. */
export const heldRows = (tx: Tx) =>
  tx
    .selectFrom('inbox')
    .where('tenant_id', '=', TENANT)
    .where(
      sql<boolean>`(conflict = 0 or exists (select 1 from correction where correction.tenant_id = inbox.tenant_id
        and correction.response_id = inbox.response_id and correction.rev = inbox.rev
        and correction.content_hash = inbox.content_hash))`,
    )
    .where(
      sql<boolean>`not exists (select 1 from tombstone where tombstone.tenant_id = inbox.tenant_id
        and tombstone.response_id = inbox.response_id)`,
    )
    .select([
      'arrival',
      'response_id as responseId',
      'rev',
      'content_hash as contentHash',
      'conflict',
      'payload',
      'seq',
      'clock_offset as clockOffset',
      'received_at as receivedAt',
      'device_id as deviceId',
      'device_touchpoint_id as deviceTouchpointId',
      isRevoked.as('revoked'),
    ]);

/** Judges rows and writes what follows from them. Gives the touchpoints where something counts now. */
export async function deriveRows(tx: Tx, rows: readonly HeldRow[]): Promise<readonly string[]> {
  const treatmentOf = await readDecisions(
    tx,
    rows.map(({ responseId }) => responseId),
  );
  const openedOf = await readOpened(tx, rows);
  const arrivals = rows
    .map(({ payload, revoked, ...row }) => ({
      ...row,
      text: payload.toString('utf8'),
      revoked: revoked === 1,
      opened: openedOf(row),
      treatment: treatmentOf(row),
    }))
    .filter(({ treatment }) => treatment.counts);
  const understandings = await understand(tx, arrivals);
  await quarantine(
    tx,
    arrivals.flatMap((arrived, index) => {
      const understanding = understandings[index];
      return understanding?.ok === false ? [{ ...arrived, reason: understanding.error }] : [];
    }),
  );
  const { understood, unopened } = apart(understandings);
  await noteUnopened(tx, unopened);
  await deriveResponses(tx, understood, () => true);
  return understood.map(({ response }) => response.touchpointId);
}
