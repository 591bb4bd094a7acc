import { TENANT, inList, type Tx } from '../store/index.ts';
import { readDecisions } from './corrections/index.ts';
import { readOpened } from './opening/index.ts';
import { isUnopened, understand, type Understood } from './understand.ts';

/**
 * The revisions that count now, understood again from the inbox as people decided that they are to be read; in the hours and under the
 * flags that they were counted in.
 */
export async function countedResponses(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Understood>> {
  if (ids.length === 0) return new Map();
  const rows = [...(await readCounted(tx, ids)), ...(await readCountedApart(tx, ids))];
  const treatmentOf = await readDecisions(
    tx,
    rows.map(({ responseId }) => responseId),
  );
  const openedOf = await readOpened(tx, rows);
  const arrivals = rows
    .map(({ payload, ...row }) => ({
      ...row,
      text: payload.toString('utf8'),
      revoked: false,
      opened: openedOf(row),
      treatment: treatmentOf(row),
    }))
    .filter(
      ({ treatment, countsAs, responseId }) =>
        treatment.counts && (treatment.apartId ?? responseId) === countsAs,
    );
  const understood = await understand(tx, arrivals);
  return new Map(
    arrivals.flatMap(({ countsAs, local_date, hour_from, flag }, index) => {
      const one = understood[index];
      if (one?.ok !== true || isUnopened(one.value)) return [];
      const hour = { ...one.value.hour, date: local_date, from: hour_from };
      return [[countsAs, { ...one.value, hour, flag }]];
    }),
  );
}

const COLUMNS = [
  'response.response_id as countsAs',
  'inbox.response_id as responseId',
  'inbox.rev as rev',
  'inbox.content_hash as contentHash',
  'inbox.conflict as conflict',
  'inbox.clock_offset as clockOffset',
  'inbox.received_at as receivedAt',
  'payload',
  'seq',
  'local_date',
  'hour_from',
  'response.flag as flag',
] as const;

const readCounted = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('response')
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.tenant_id', '=', 'response.tenant_id')
        .onRef('inbox.response_id', '=', 'response.response_id')
        .onRef('inbox.rev', '=', 'response.rev'),
    )
    .where('response.tenant_id', '=', TENANT)
    .where('response.response_id', 'in', inList(ids))
    .select(COLUMNS)
    .execute();

/** Of the ids, those that people gave to what had come under the id of another response. */
const readCountedApart = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('correction')
    .innerJoin('response', (join) =>
      join
        .onRef('response.tenant_id', '=', 'correction.tenant_id')
        .onRef('response.response_id', '=', 'correction.apart_id'),
    )
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.tenant_id', '=', 'correction.tenant_id')
        .onRef('inbox.response_id', '=', 'correction.response_id')
        .onRef('inbox.rev', '=', 'correction.rev')
        .onRef('inbox.content_hash', '=', 'correction.content_hash'),
    )
    .where('correction.tenant_id', '=', TENANT)
    .where('correction.apart_id', 'in', inList(ids))
    .select(COLUMNS)
    .execute();

/** Takes responses out of what is listed; their counters are the caller's. */
export async function forgetResponses(tx: Tx, responseIds: readonly string[]): Promise<void> {
  if (responseIds.length === 0) return;
  const ids = inList(responseIds);
  for (const table of ['response', 'comment'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', TENANT).where('response_id', 'in', ids).execute();
}
