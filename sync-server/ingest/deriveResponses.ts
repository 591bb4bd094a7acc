import { contributionsOf } from '../metrics/index.ts';
import { TENANT, insertRows, storable, type Tx } from '../store/index.ts';
import { countedResponses, forgetResponses } from './countedResponses.ts';
import { CounterChanges } from './counterChanges.ts';
import { inSlices } from './inSlices.ts';
import type { Understood } from './understand.ts';

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
  const superseded = await countedResponses(tx, ids);
  const fresh = highestRevisions(understood).filter(
    ({ arrived }) => (superseded.get(arrived.responseId)?.arrived.rev ?? 0) < arrived.rev,
  );
  const changes = new CounterChanges();
  const replaced = fresh.flatMap(({ arrived }) => superseded.get(arrived.responseId) ?? []);
  await forgetResponses(
    tx,
    replaced.map(({ arrived }) => arrived.responseId),
  );
  for (const old of replaced) changes.add(old, contributionsOf(old.response, old.questions), -1);
  const comments: ReturnType<typeof commentRow>[] = [];
  await inSlices(fresh, (one) => {
    const contributions = contributionsOf(one.response, one.questions);
    changes.add(one, contributions, 1);
    for (const comment of contributions.comments) comments.push(commentRow(one, comment, contributions.face));
  });
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

const responseRow = ({ arrived, response, at, hour, flag }: Understood) => ({
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
  flag,
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
