import type { AttachmentWord } from '../../../core/protocol/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { findWaiting, waitingTables } from '../outbox/waiting.ts';

/**
 * Applies what a server's receipt says of attachments, in ONE transaction, as if it had said so over the network (R4, T6). `serverEpoch`: of
 * its store when it said so. Answers how many are known to be there that were not before.
 */
export async function settleCarried(
  { database, clock }: DeviceStorage,
  serverEpoch: string,
  words: readonly AttachmentWord[],
): Promise<number> {
  const { attachments, parked } = database;
  const said = new Map(words.map((word) => [word.sha256, word]));
  const now = clock.now();
  return database.transaction('rw', [attachments, parked, ...waitingTables(database)], async () => {
    const rows = await attachments.filter(({ seq, sha256 }) => seq !== undefined && said.has(sha256)).toArray();
    let settled = 0;
    for (const row of rows) {
      const word = said.get(row.sha256);
      const seq = row.seq ?? 0;
      if (word?.bytes !== row.bytes) continue;
      if (word.complete) {
        if (row.confirmed === undefined) settled += 1;
        await attachments.update(row.name, { confirmed: serverEpoch, unwantedSince: undefined });
      } else if ((await findWaiting(database, seq)) === undefined && (await parked.get(seq)) === undefined) {
        // What was said first stands; while its response waits, nothing is said of it at all.
        if ((row.confirmed ?? row.unwantedSince) === undefined)
          await attachments.update(row.name, { unwantedSince: now });
      }
    }
    return settled;
  });
}
