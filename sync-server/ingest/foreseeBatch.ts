import type { Kysely } from 'kysely';
import type { Verdict } from '../../core/protocol/index.ts';
import type { Device } from '../devices/index.ts';
import type { Tables } from '../store/index.ts';
import { findKnown } from './keepItems.ts';
import { judge } from './judge.ts';
import { isReadable, readItems } from './readItem.ts';

/**
 * What `ingestBatch` would say, as far as it can be told without writing: whether something new is understood shows only when it is
 * kept.
 */
export async function foreseeBatch(
  db: Kysely<Tables>,
  device: Device,
  items: readonly unknown[],
): Promise<{ readonly rev: number; readonly verdict: Verdict }[]> {
  const read = await readItems(items);
  const readable = read.filter(isReadable);
  const known = await findKnown(db, [...new Set(readable.map(({ responseId }) => responseId))]);
  const standings = judge(readable, known).values();
  const fresh: Verdict = device.revokedAt === null ? 'stored' : 'quarantined';
  return read.map((item) => {
    if (!isReadable(item)) return item;
    const standing = standings.next().value ?? 'fresh';
    return { rev: item.rev, verdict: standing === 'fresh' ? fresh : standing };
  });
}
