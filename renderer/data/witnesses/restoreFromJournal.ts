import type { JournalEntry, JournalSummary, SeqRange } from '../../../core/response/index.ts';
import { setAsideAgain } from '../aside/asideCopies.ts';
import { readAsideNumbers } from '../aside/asideNumbers.ts';
import { appendResponse } from '../appendResponse.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { isRecorded, recordedNumbers } from '../outbox/recorded.ts';
import type { SequencePlan } from './planSequence.ts';
import type { Witnesses } from './witnesses.ts';

const CHUNK = 200;
const EVERYTHING: SeqRange = { from: 1, to: Number.MAX_SAFE_INTEGER };

interface Restored {
  /** Responses brought back. */
  readonly count: number;
  /** Responses of other servers brought back, and set aside. */
  readonly aside: number;
  /** Responses that the journal held, that the database lacks, and that can't be read any more. */
  readonly unreadable: number;
}

interface Given {
  readonly plan: SequencePlan;
  readonly journal: JournalSummary;
  /** Up to this number the database knows itself what was recorded: what it lacks there, it has let go. */
  readonly knownTo: number;
}

/** Puts what only the journal has into the database. */
export async function restoreFromJournal(
  storage: DeviceStorage,
  witnesses: Witnesses,
  { plan, journal, knownTo }: Given,
): Promise<Restored> {
  let count = 0;
  let aside = 0;
  let unreadable = 0;
  const known = await readAsideNumbers(storage.database);
  for (const { storeEpoch, serverId, unreleased, unreadable: damaged } of journal.epochs) {
    if (serverId !== undefined && plan.aside.includes(storeEpoch)) {
      const kept = known.get(storeEpoch)?.kept ?? new Set();
      const missing = unreleased.flatMap((range) => withoutThese(range, kept));
      const read = await eachChunk(witnesses, storeEpoch, missing, (entries) =>
        setAsideAgain(storage, serverId, entries),
      );
      aside += read.taken;
      const lost = [...read.unreadable, ...damaged.flatMap((range) => withoutThese(range, kept))];
      unreadable += numbersAbove(0, lost);
      for (const one of lost) witnesses.journal.release(storeEpoch, one);
    } else if (known.has(storeEpoch)) {
      // They are set aside, and these are their copies.
    } else if (plan.inPlace.includes(storeEpoch)) {
      for (const range of unreleased) {
        const missing = await missingIn(storage, range);
        const read = await eachChunk(witnesses, storeEpoch, missing, (entries) => putBack(storage, entries));
        count += read.taken;
        unreadable += numbersAbove(knownTo, read.unreadable);
      }
      for (const range of damaged) {
        const lost = await missingIn(storage, range);
        unreadable += numbersAbove(knownTo, lost);
        // Counted once: the next start is not to find them again.
        for (const one of lost) witnesses.journal.release(storeEpoch, one);
      }
    } else {
      if (plan.anew.includes(storeEpoch)) {
        const read = await eachChunk(witnesses, storeEpoch, unreleased, (entries) => addAnew(storage, entries));
        count += read.taken;
        unreadable += numbersAbove(0, [...read.unreadable, ...damaged]);
      }
      witnesses.journal.release(storeEpoch, EVERYTHING);
    }
  }
  return { count, aside, unreadable };
}

/**
 * The same of what this page has in hand. Beyond the end of the sequence stands only what was never committed: whoever gave that was told so,
 * and is tried again.
 */
export async function restoreFromHand(
  storage: DeviceStorage,
  { inHand }: Witnesses,
  { inPlace, chain }: SequencePlan,
): Promise<number> {
  const held = [...inHand.values()].filter(({ seq }) => seq <= chain.lastSeq);
  const fits = ({ storeEpoch }: JournalEntry): boolean => inPlace.includes(storeEpoch);
  const count = await putBack(storage, held.filter(fits));
  const others = held.filter((entry) => !fits(entry));
  for (const { seq } of others) inHand.delete(seq);
  return count + (await addAnew(storage, others));
}

const numbersAbove = (least: number, ranges: readonly SeqRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from - 1, least)), 0);

const withoutThese = ({ from, to }: SeqRange, kept: ReadonlySet<number>): SeqRange[] => {
  const missing: SeqRange[] = [];
  for (let seq = from; seq <= to; seq += 1) if (!kept.has(seq)) missing.push({ from: seq, to: seq });
  return missing;
};

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

interface Taken {
  readonly taken: number;
  /** Asked for, and not read. */
  readonly unreadable: readonly SeqRange[];
}

async function eachChunk(
  { journal }: Witnesses,
  storeEpoch: string,
  ranges: readonly SeqRange[],
  take: (entries: readonly JournalEntry[]) => PromiseLike<number>,
): Promise<Taken> {
  let taken = 0;
  const unreadable: SeqRange[] = [];
  for (const { from, to } of ranges) {
    for (let at = from; at <= to; at += CHUNK) {
      const last = Math.min(to, at + CHUNK - 1);
      const read = await journal.read(storeEpoch, [{ from: at, to: last }]);
      if (!read.ok) throw new Error(read.error);
      taken += await take(read.value);
      const seqs = new Set(read.value.map(({ seq }) => seq));
      for (let seq = at; seq <= last; seq += 1) if (!seqs.has(seq)) unreadable.push({ from: seq, to: seq });
    }
  }
  return { taken, unreadable };
}

const putBack = ({ database }: DeviceStorage, entries: readonly JournalEntry[]): PromiseLike<number> => {
  const { responses, outbox, segments } = database;
  return database.transaction('rw', responses, outbox, segments, async () => {
    let count = 0;
    for (const { storeEpoch: _, serverId: __, ...row } of entries) {
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
