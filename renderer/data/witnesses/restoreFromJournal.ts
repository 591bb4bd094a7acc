import type { JournalEntry, JournalSummary, SeqRange } from '../../../core/response/index.ts';
import { appendResponse } from '../appendResponse.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { isRecorded, recordedNumbers } from '../outbox/recorded.ts';
import type { SequencePlan } from './planSequence.ts';
import type { Witnesses } from './witnesses.ts';

const CHUNK = 200;
const EVERYTHING: SeqRange = { from: 1, to: Number.MAX_SAFE_INTEGER };

/** Puts what only the journal has into the database. Answers how many responses that were. */
export async function restoreFromJournal(
  storage: DeviceStorage,
  witnesses: Witnesses,
  { plan, journal }: { readonly plan: SequencePlan; readonly journal: JournalSummary },
): Promise<number> {
  let restored = 0;
  for (const { storeEpoch, unreleased } of journal.epochs) {
    if (plan.inPlace.includes(storeEpoch)) {
      for (const range of unreleased) {
        const missing = await missingIn(storage, range);
        restored += await eachChunk(witnesses, storeEpoch, missing, (entries) => putBack(storage, entries));
      }
    } else {
      if (plan.anew.includes(storeEpoch))
        restored += await eachChunk(witnesses, storeEpoch, unreleased, (entries) => addAnew(storage, entries));
      witnesses.journal.release(storeEpoch, EVERYTHING);
    }
  }
  return restored;
}

/** The numbers of a range under which the database has nothing. */
async function missingIn({ database }: DeviceStorage, range: SeqRange): Promise<readonly SeqRange[]> {
  const missing: SeqRange[] = [];
  let next = range.from;
  for (const here of await recordedNumbers(database, range)) {
    if (here.from > next) missing.push({ from: next, to: here.from - 1 });
    next = here.to + 1;
  }
  if (next <= range.to) missing.push({ from: next, to: range.to });
  return missing;
}

async function eachChunk(
  { journal }: Witnesses,
  storeEpoch: string,
  ranges: readonly SeqRange[],
  take: (entries: readonly JournalEntry[]) => PromiseLike<number>,
): Promise<number> {
  let taken = 0;
  for (const { from, to } of ranges) {
    for (let at = from; at <= to; at += CHUNK) {
      const read = await journal.read(storeEpoch, [{ from: at, to: Math.min(to, at + CHUNK - 1) }]);
      if (!read.ok) throw new Error(read.error);
      taken += await take(read.value);
    }
  }
  return taken;
}

const putBack = ({ database }: DeviceStorage, entries: readonly JournalEntry[]): PromiseLike<number> => {
  const { responses, outbox, segments } = database;
  return database.transaction('rw', responses, outbox, segments, async () => {
    let count = 0;
    for (const { storeEpoch: _, ...row } of entries) {
      const known = await isRecorded(database, row.responseId, row.rev);
      if (known || (await responses.get(row.seq)) !== undefined) continue;
      await responses.add(row);
      await outbox.put({ seq: row.seq, recordedAt: row.recordedAt, characters: row.payload.length });
      count += 1;
    }
    return count;
  });
};

/** Their numbers were given to others since. */
async function addAnew(storage: DeviceStorage, entries: readonly JournalEntry[]): Promise<number> {
  let count = 0;
  for (const { responseId, rev, payload, contentHash } of entries) {
    if (await isRecorded(storage.database, responseId, rev)) continue;
    await appendResponse(storage, { responseId, rev, payload, contentHash });
    count += 1;
  }
  return count;
}
