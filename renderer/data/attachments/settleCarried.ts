import type { AttachmentWord } from '../../../core/protocol/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact, writeFact } from '../facts.ts';
import { findWaiting, waitingTables } from '../outbox/waiting.ts';
import { knownBy } from '../settleReceipt.ts';
import { NO_SYNC_YET } from '../syncStatus.ts';

/** When the server said so, by its own clock (`null`: a former version did not say), and which epoch of its store that was. */
interface Spoken {
  readonly serverEpoch: string;
  readonly serverNow: number | null;
}

/**
 * Applies what a server's receipt says of attachments, in ONE transaction, as if it had said so over the network (R4, T6). From then on the
 * server is known by it, too (R5). Answers how many are known to be there that were not before.
 */
export async function settleCarried(
  { database, clock }: DeviceStorage,
  { serverEpoch, serverNow }: Spoken,
  words: readonly AttachmentWord[],
): Promise<number> {
  const { attachments, meta, parked } = database;
  const said = new Map(words.map((word) => [word.sha256, word]));
  const now = clock.now();
  return database.transaction('rw', [attachments, meta, parked, ...waitingTables(database)], async () => {
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
    const status = (await readFact(meta, 'syncStatus')) ?? NO_SYNC_YET;
    const { storeEpoch = '' } = (await readFact(meta, 'chain')) ?? {};
    const met = knownBy(status, { serverEpoch, storeEpoch, serverNow, held: null });
    await writeFact(meta, 'syncStatus', { ...status, ...met });
    return settled;
  });
}
