import { contributionsOf, storable } from '../metrics/index.ts';
import { TENANT, inList, insertRows, type Tx } from '../store/index.ts';
import { CounterChanges } from './counterChanges.ts';
import { understand, type Understood } from './understand.ts';

/**
 * Writes what follows from responses: the counted revision, its comments, the counters (B5). Only the highest revision of a response
 * counts (V9); `mayBeCounted` says of an id whether a revision of it may count already.
 */
export async function deriveResponses(
  tx: Tx,
  understood: readonly Understood[],
  mayBeCounted: (responseId: string) => boolean,
): Promise<void> {
  const ids = understood.map(({ arrived }) => arrived.responseId).filter(mayBeCounted);
  const superseded = await countedBefore(tx, ids);
  const fresh = highestRevisions(understood).filter(
    ({ arrived }) => (superseded.get(arrived.responseId)?.arrived.rev ?? 0) < arrived.rev,
  );
  const changes = new CounterChanges();
  const replaced = fresh.flatMap(({ arrived }) => superseded.get(arrived.responseId) ?? []);
  await forget(tx, replaced);
  for (const old of replaced) changes.add(old, contributionsOf(old.response, old.questions).counted, -1);
  const comments = [];
  for (const one of fresh) {
    const contributions = contributionsOf(one.response, one.questions);
    changes.add(one, contributions.counted, 1);
    for (const comment of contributions.comments) comments.push(commentRow(one, comment, contributions.face));
  }
  await insertRows(tx, 'response', fresh.map(responseRow));
  await insertRows(tx, 'comment', comments);
  await changes.write(tx);
}

function highestRevisions(understood: readonly Understood[]): readonly Understood[] {
  const highest = new Map<string, Understood>();
  for (const one of understood) {
    const other = highest.get(one.arrived.responseId);
    if (other === undefined || other.arrived.rev < one.arrived.rev) highest.set(one.arrived.responseId, one);
  }
  return [...highest.values()];
}

/** The revisions that count now, understood again from the inbox; counted in the hours that they were counted in. */
async function countedBefore(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Understood>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
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
    ])
    .execute();
  const arrivals = rows.map(({ payload, ...row }) => ({
    ...row,
    text: payload.toString('utf8'),
    revoked: false,
  }));
  const understood = await understand(tx, arrivals);
  return new Map(
    rows.flatMap(({ responseId, local_date, hour_from }, index) => {
      const one = understood[index];
      if (one?.ok !== true) return [];
      const hour = { ...one.value.hour, date: local_date, from: hour_from };
      return [[responseId, { ...one.value, hour }]];
    }),
  );
}

async function forget(tx: Tx, replaced: readonly Understood[]): Promise<void> {
  if (replaced.length === 0) return;
  const ids = inList(replaced.map(({ arrived }) => arrived.responseId));
  for (const table of ['response', 'comment'] as const) {
    await tx.deleteFrom(table).where('tenant_id', '=', TENANT).where('response_id', 'in', ids).execute();
  }
}

const responseRow = ({ arrived, response, at, hour }: Understood) => ({
  tenant_id: TENANT,
  response_id: arrived.responseId,
  rev: arrived.rev,
  touchpoint_id: response.touchpointId,
  survey_id: response.surveyId,
  questionnaire_version: response.questionnaireVersion,
  channel: response.channel,
  language: storable(response.language),
  ended_by: response.endedBy,
  at,
  local_date: hour.date,
  hour_from: hour.from,
});

const commentRow = (
  { arrived, response, at }: Understood,
  comment: { readonly question: string; readonly text: string },
  face: number | null,
) => ({
  tenant_id: TENANT,
  response_id: arrived.responseId,
  question: comment.question,
  touchpoint_id: response.touchpointId,
  survey_id: response.surveyId,
  text: comment.text,
  face,
  language: storable(response.language),
  at,
});
