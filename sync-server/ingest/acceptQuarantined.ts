import type { EventHub } from '../events/index.ts';
import { DISMISSED } from '../../core/protocol/index.ts';
import { TENANT, type Store, type Tx } from '../store/index.ts';
import { isRevoked } from './acceptances.ts';
import { readDecisions } from './corrections/index.ts';
import { deriveResponses } from './deriveResponses.ts';
import { noteUnopened, readOpened } from './opening/index.ts';
import { apart, isUnopened, understand } from './understand.ts';

const PAGE = 500;

interface Accepted {
  readonly accepted: number;
  /** Still not understood, for the reasons of today. */
  readonly left: number;
}

/**
 * Judges anew what is in quarantine, a page a transaction, so that devices are heard in between. What is understood by now (its survey
 * version was published, its touchpoint made, its device accepted) is counted as if it had been understood when it came. With a device,
 * only what came from it.
 */
export async function acceptQuarantined(
  store: Store,
  events: EventHub,
  deviceId: string | null = null,
): Promise<Accepted> {
  const total = { accepted: 0, left: 0 };
  const touchpoints = new Set<string>();
  let after: Place = { responseId: '', rev: 0, contentHash: '' };
  for (;;) {
    const from = after;
    const page = await store.write((tx) => acceptPage(tx, from, deviceId));
    total.accepted += page.accepted;
    total.left += page.left;
    for (const touchpointId of page.touchpoints) touchpoints.add(touchpointId);
    if (page.last === null) break;
    after = page.last;
  }
  for (const touchpointId of touchpoints) events.publish('responses', touchpointId);
  return total;
}

interface Place {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
}

async function acceptPage(tx: Tx, after: Place, deviceId: string | null) {
  const rows = await readPage(tx, after, deviceId);
  const treatmentOf = await readDecisions(
    tx,
    rows.map(({ responseId }) => responseId),
  );
  const openedOf = await readOpened(tx, rows);
  const understandings = await understand(
    tx,
    rows.map((row) => ({
      ...row,
      text: row.payload.toString('utf8'),
      revoked: row.revoked === 1,
      opened: openedOf(row),
      treatment: treatmentOf(row),
    })),
  );
  let accepted = 0;
  const touchpoints = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const understanding = understandings[index];
    if (understanding?.ok === true) {
      accepted += 1;
      const { value } = understanding;
      const { touchpointId } = isUnopened(value) ? value.envelope : value.response;
      touchpoints.add(touchpointId).add(row.deviceTouchpointId);
      await release(tx, row);
    } else if (understanding !== undefined && understanding.error !== row.reason) {
      await giveReason(tx, row, understanding.error);
    }
  }
  const { understood, unopened } = apart(understandings);
  await noteUnopened(tx, unopened);
  await deriveResponses(tx, understood, () => true);
  return { accepted, left: rows.length - accepted, touchpoints, last: rows.at(-1) ?? null };
}

const readPage = (tx: Tx, { responseId, rev, contentHash }: Place, deviceId: string | null) =>
  tx
    .selectFrom('quarantine')
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.tenant_id', '=', 'quarantine.tenant_id')
        .onRef('inbox.response_id', '=', 'quarantine.response_id')
        .onRef('inbox.rev', '=', 'quarantine.rev')
        .onRef('inbox.content_hash', '=', 'quarantine.content_hash'),
    )
    .where('quarantine.tenant_id', '=', TENANT)
    .where('quarantine.reason', '!=', DISMISSED)
    .$if(deviceId !== null, (query) => query.where('inbox.device_id', '=', deviceId))
    .where((where) =>
      where.or([
        where('quarantine.response_id', '>', responseId),
        where.and([where('quarantine.response_id', '=', responseId), where('quarantine.rev', '>', rev)]),
        where.and([
          where('quarantine.response_id', '=', responseId),
          where('quarantine.rev', '=', rev),
          where('quarantine.content_hash', '>', contentHash),
        ]),
      ]),
    )
    .orderBy('quarantine.response_id')
    .orderBy('quarantine.rev')
    .orderBy('quarantine.content_hash')
    .limit(PAGE)
    .select([
      'quarantine.response_id as responseId',
      'quarantine.rev as rev',
      'quarantine.content_hash as contentHash',
      'conflict',
      'quarantine.device_touchpoint_id as deviceTouchpointId',
      'reason',
      'payload',
      'seq',
      'clock_offset as clockOffset',
      'inbox.received_at as receivedAt',
      isRevoked.as('revoked'),
    ])
    .execute();

const release = (tx: Tx, { responseId, rev, contentHash }: Place) =>
  tx
    .deleteFrom('quarantine')
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .where('rev', '=', rev)
    .where('content_hash', '=', contentHash)
    .execute();

const giveReason = (tx: Tx, { responseId, rev, contentHash }: Place, reason: string) =>
  tx
    .updateTable('quarantine')
    .set({ reason })
    .where('tenant_id', '=', TENANT)
    .where('response_id', '=', responseId)
    .where('rev', '=', rev)
    .where('content_hash', '=', contentHash)
    .execute();
