import type { AcknowledgedRow, ChainState } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { firstSeqOf } from './epochs.ts';
import { readFact } from './facts.ts';
import { readResponses, recordedTables } from './outbox/recorded.ts';
import { waitAgain, waitingTables } from './outbox/waiting.ts';
import { noteWaitingAgain } from './witnesses/noteWaitingAgain.ts';

/**
 * The server was restored and holds nothing after `highWater` of the store epoch of today: what was acknowledged after it, and is still
 * kept, waits again. Of former epochs the server said nothing, so all of theirs that is kept waits again; what it holds all the same
 * comes back as a duplicate. The same where the response at `highWater` has not this `chain` hash: another copy of the device put its own
 * there. What it does hold it may have got only since (from a clone, in a file), after the backup that had covered it before: all of that
 * counts as acknowledged at `serverNow`, by the server's clock (H7). ONE transaction, in which no response is written. Answers how many
 * wait again.
 */
export async function rewindOutbox(
  storage: DeviceStorage,
  highWater: number,
  chain: string | null,
  serverNow: number,
): Promise<number> {
  const { database } = storage;
  const { meta, acknowledged, notedVerdicts } = database;
  const [there] = await readResponses(database, [highWater]);
  const held = there?.chain === chain ? highWater : 0;
  const tables = new Set([...recordedTables(database), ...waitingTables(database)]);
  const again = await database.transaction('rw', [meta, acknowledged, notedVerdicts, ...tables], async () => {
    const sequence = await readFact(meta, 'chain');
    if (sequence === undefined) return 0;
    let count = 0;
    for (const range of await acknowledged.toArray()) {
      const { back, kept } = splitRange(range, sequence, held);
      if (back !== null) {
        count += await waitAgain(database, back);
        await notedVerdicts.where('seq').between(back.from, back.to, true, true).delete();
        await acknowledged.delete(range.from);
      }
      if (kept !== null) await acknowledged.put({ ...kept, serverAt: Math.max(kept.serverAt ?? 0, serverNow) });
    }
    return count;
  });
  // Nobody waits for it: it may be thousands of lines, and the next start would do it, too.
  if (again > 0 && storage.witnesses !== undefined) {
    storage.witnesses.repaired = noteWaitingAgain(storage).catch(() => undefined);
  }
  return again;
}

interface Split {
  readonly back: { readonly from: number; readonly to: number } | null;
  readonly kept: AcknowledgedRow | null;
}

/** What of an acknowledged range the server is known to hold: from the epoch's first number up to `highWater`. */
function splitRange(range: AcknowledgedRow, chain: ChainState, highWater: number): Split {
  const { from, to } = range;
  const held = { from: Math.max(from, firstSeqOf(chain)), to: Math.min(to, highWater) };
  if (held.from > held.to) return { back: { from, to }, kept: null };
  if (held.from === from && held.to === to) return { back: null, kept: range };
  // A range is of one batch and so of one epoch: its held part is its beginning.
  return { back: { from: held.to + 1, to }, kept: { ...range, to: held.to } };
}
