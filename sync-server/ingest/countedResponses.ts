import { TENANT, inList, type Tx } from '../store/index.ts';
import { understand, type Understood } from './understand.ts';

/** The revisions that count now, understood again from the inbox; in the hours and under the flags that they were counted in. */
export async function countedResponses(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Understood>> {
  if (ids.length === 0) return new Map();
  const rows = await readCounted(tx, ids);
  const arrivals = rows.map(({ payload, ...row }) => ({
    ...row,
    text: payload.toString('utf8'),
    revoked: false,
  }));
  const understood = await understand(tx, arrivals);
  return new Map(
    rows.flatMap(({ responseId, local_date, hour_from, flag }, index) => {
      const one = understood[index];
      if (one?.ok !== true) return [];
      const hour = { ...one.value.hour, date: local_date, from: hour_from };
      return [[responseId, { ...one.value, hour, flag }]];
    }),
  );
}

const readCounted = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('response')
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.tenant_id', '=', 'response.tenant_id')
        .onRef('inbox.response_id', '=', 'response.response_id')
        .onRef('inbox.rev', '=', 'response.rev')
        .on('inbox.conflict', '=', 0),
    )
    .where('response.tenant_id', '=', TENANT)
    .where('response.response_id', 'in', inList(ids))
    .select([
      'inbox.response_id as responseId',
      'inbox.rev as rev',
      'inbox.clock_offset as clockOffset',
      'inbox.received_at as receivedAt',
      'payload',
      'seq',
      'local_date',
      'hour_from',
      'response.flag as flag',
    ])
    .execute();

/** Takes responses out of what is listed; their counters are the caller's. */
export async function forgetResponses(tx: Tx, responseIds: readonly string[]): Promise<void> {
  if (responseIds.length === 0) return;
  const ids = inList(responseIds);
  for (const table of ['response', 'comment'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', TENANT).where('response_id', 'in', ids).execute();
}
