import { textFlagOf } from '../../core/response/index.ts';
import { contributionsOf } from '../metrics/index.ts';
import { TENANT, insertColumns, storable, type Tx } from '../store/index.ts';
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
  const comments: Comment[] = [];
  // The database writes them down while they are counted here.
  await Promise.all([
    insertResponses(tx, fresh),
    inSlices(fresh, (one) => {
      const contributions = contributionsOf(one.response, one.questions);
      changes.add(one, contributions, 1);
      for (const comment of contributions.comments)
        comments.push({ one, ...comment, face: contributions.face });
    }),
  ]);
  await insertComments(tx, comments);
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

function insertResponses(tx: Tx, all: readonly Understood[]): Promise<void> {
  const each = <Value>(valueOf: (one: Understood) => Value) => ({ each: all.map(valueOf) });
  return insertColumns(tx, 'response', all.length, {
    tenant_id: { all: TENANT },
    response_id: each(({ arrived }) => arrived.responseId),
    rev: each(({ arrived }) => arrived.rev),
    touchpoint_id: each(({ response }) => response.touchpointId),
    survey_id: each(({ response }) => response.surveyId),
    questionnaire_version: each(({ response }) => response.questionnaireVersion),
    channel: each(({ response }) => response.channel),
    language: each(({ response }) => storable(response.language)),
    ended_by: each(({ response }) => response.endedBy),
    at: each(({ at }) => at),
    local_date: each(({ hour }) => hour.date),
    hour_from: each(({ hour }) => hour.from),
    flag: each(({ flag }) => flag),
  });
}

interface Comment {
  readonly one: Understood;
  readonly question: string;
  readonly text: string;
  readonly face: number | null;
}

function insertComments(tx: Tx, all: readonly Comment[]): Promise<void> {
  const each = <Value>(valueOf: (comment: Comment) => Value) => ({ each: all.map(valueOf) });
  return insertColumns(tx, 'comment', all.length, {
    tenant_id: { all: TENANT },
    response_id: each(({ one }) => one.arrived.responseId),
    question: each(({ question }) => question),
    touchpoint_id: each(({ one }) => one.response.touchpointId),
    survey_id: each(({ one }) => one.response.surveyId),
    text: each(({ text }) => text),
    face: each(({ face }) => face),
    language: each(({ one }) => storable(one.response.language)),
    at: each(({ one }) => one.at),
    flag: each(({ one, text }) => textFlagOf(text, one.response.language)),
  });
}
