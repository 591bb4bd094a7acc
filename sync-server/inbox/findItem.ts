import type { Kysely } from 'kysely';
import { Refusal } from '../http/index.ts';
import { TENANT, type Tables } from '../store/index.ts';
import { ITEM, namesOf } from './shownItem.ts';

export type InboxItem = Awaited<ReturnType<typeof findItem>>;

/** An item by its place in the order of arrival; refuses what is not there, or was erased. */
export async function findItem(db: Kysely<Tables>, item: number) {
  const row = await db
    .selectFrom('inbox')
    .leftJoin('tombstone', (join) =>
      join
        .onRef('tombstone.tenant_id', '=', 'inbox.tenant_id')
        .onRef('tombstone.response_id', '=', 'inbox.response_id'),
    )
    .leftJoin('quarantine', (join) =>
      join
        .onRef('quarantine.tenant_id', '=', 'inbox.tenant_id')
        .onRef('quarantine.response_id', '=', 'inbox.response_id')
        .onRef('quarantine.rev', '=', 'inbox.rev')
        .onRef('quarantine.content_hash', '=', 'inbox.content_hash'),
    )
    .where('inbox.tenant_id', '=', TENANT)
    .where('inbox.arrival', '=', item)
    .where('tombstone.response_id', 'is', null)
    .select(ITEM)
    .select([
      'inbox.conflict as conflict',
      'inbox.payload as payload',
      'quarantine.reason as reason',
      'quarantine.survey_id as surveyId',
    ])
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('not_found', 'There is no such item in the inbox.');
  const { payload, ...rest } = row;
  return {
    ...rest,
    ...namesOf(row),
    text: payload.toString('utf8'),
  };
}

const MOST_SHOWN = 64 * 1024;

/** What came, bounded: a person looks at it. */
export const rawOf = (text: string) => ({
  text: text.slice(0, MOST_SHOWN),
  bytes: Buffer.byteLength(text),
  cut: text.length > MOST_SHOWN,
});
