import type { Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { NotedCorrection } from './correction.ts';
import { correctionsOf } from './correctionRows.ts';
import { treatmentOf, type Treatment } from './treatment.ts';

interface Item {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly conflict: number;
}

/** What people decided on some responses: gives of each item how it is to be taken. */
export async function readDecisions(
  db: Kysely<Tables>,
  responseIds: readonly string[],
): Promise<(item: Item) => Treatment> {
  const found = new Map<string, NotedCorrection[]>();
  for (const noted of await correctionsOf(db, responseIds)) {
    const key = keyOf(noted);
    const own = found.get(key) ?? [];
    found.set(key, own);
    own.push(noted);
  }
  return (item) => treatmentOf(item, found.get(keyOf(item)) ?? []);
}

const keyOf = ({ responseId, rev }: Pick<Item, 'responseId' | 'rev'>): string =>
  `${String(rev)} ${responseId}`;
