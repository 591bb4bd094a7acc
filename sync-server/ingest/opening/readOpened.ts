import type { Kysely } from 'kysely';
import { TENANT, inList, type Tables } from '../../store/index.ts';

interface Item {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
}

/** In the payload of every envelope, and of next to nothing else: most responses need no second look. */
const MARK = '"sealed":';

/** Of envelopes that somebody opened, the texts that were sealed in them; `undefined` of everything else. */
export async function readOpened(
  db: Kysely<Tables>,
  rows: readonly (Item & { readonly payload: Buffer })[],
): Promise<(item: Item) => string | undefined> {
  const envelopes = rows.filter(({ payload }) => payload.includes(MARK));
  if (envelopes.length === 0) return () => undefined;
  const opened = await db
    .selectFrom('opened')
    .where('tenant_id', '=', TENANT)
    .where('response_id', 'in', inList([...new Set(envelopes.map(({ responseId }) => responseId))]))
    .select(['response_id as responseId', 'rev', 'content_hash as contentHash', 'payload'])
    .execute();
  const texts = new Map(opened.map((row) => [keyOf(row), row.payload]));
  return (item) => texts.get(keyOf(item))?.toString('utf8');
}

const keyOf = ({ responseId, rev, contentHash }: Item): string =>
  `${String(rev)} ${contentHash} ${responseId}`;
