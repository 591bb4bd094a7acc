import type { AcknowledgedRow, ChainState, OutboxRow } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { firstSeqOf } from './epochs.ts';
import { readFact } from './facts.ts';

const CHUNK = 500;

/**
 * The server was restored and holds nothing after `highWater` of the store epoch of today: what was acknowledged after it, and is still
 * kept, waits again. Of former epochs the server said nothing, so all of theirs that is kept waits again; what it holds all the same
 * comes back as a duplicate. The same where the response at `highWater` has not this `chain` hash: another copy of the device put its own
 * there. ONE transaction, in which no response is written. Answers how many wait again.
 */
export const rewindOutbox = (
  storage: DeviceStorage,
  highWater: number,
  chain: string | null,
): PromiseLike<number> => {
  const { database } = storage;
  const { meta, responses, outbox, acknowledged, notedVerdicts } = database;
  return database.transaction('rw', meta, responses, outbox, acknowledged, notedVerdicts, async () => {
    const sequence = await readFact(meta, 'chain');
    if (sequence === undefined) return 0;
    const held = (await responses.get(highWater))?.chain === chain ? highWater : 0;
    let again = 0;
    for (const range of await acknowledged.toArray()) {
      const { back, kept } = splitRange(range, sequence, held);
      if (back === null) continue;
      again += await putBack(storage, back);
      await notedVerdicts.where('seq').between(back.from, back.to, true, true).delete();
      await acknowledged.delete(range.from);
      await acknowledged.bulkPut([...kept]);
    }
    return again;
  });
};

interface Split {
  readonly back: { readonly from: number; readonly to: number } | null;
  readonly kept: readonly AcknowledgedRow[];
}

/** What of an acknowledged range the server is known to hold: from the epoch's first number up to `highWater`. */
function splitRange(range: AcknowledgedRow, chain: ChainState, highWater: number): Split {
  const { from, to } = range;
  const held = { from: Math.max(from, firstSeqOf(chain)), to: Math.min(to, highWater) };
  if (held.from > held.to) return { back: { from, to }, kept: [] };
  if (held.from === from && held.to === to) return { back: null, kept: [] };
  // A range is of one batch and so of one epoch: its held part is its beginning.
  return { back: { from: held.to + 1, to }, kept: [{ ...range, to: held.to }] };
}

async function putBack(
  { database }: DeviceStorage,
  { from, to }: { from: number; to: number },
): Promise<number> {
  let count = 0;
  for (let after = from - 1; after < to; ) {
    const rows = await database.responses.where('seq').between(after, to, false, true).limit(CHUNK).toArray();
    const waiting = rows.map(
      ({ seq, recordedAt, payload }): OutboxRow => ({ seq, recordedAt, characters: payload.length }),
    );
    await database.outbox.bulkPut(waiting);
    count += waiting.length;
    after = waiting.at(-1)?.seq ?? to;
  }
  return count;
}
