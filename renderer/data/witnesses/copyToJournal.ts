import type { JournalEntry, SeqRange } from '../../../core/response/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { epochOf } from '../epochs.ts';
import { readFact } from '../facts.ts';
import { readResponses } from '../outbox/recorded.ts';
import { waitingNumbers } from '../outbox/waiting.ts';
import { endCopying } from './startCopy.ts';
import type { Witnesses } from './witnesses.ts';

const CHUNK = 100;

/**
 * Makes the journal hold what waits or is parked, and nothing else: what it lacks is copied, what was acknowledged is let go. Answers
 * how many were copied.
 */
export async function copyToJournal(storage: DeviceStorage, witnesses: Witnesses): Promise<number> {
  const { database } = storage;
  const chain = await readFact(database.meta, 'chain');
  const summary = await witnesses.journal.check();
  if (!summary.ok || chain === undefined) return 0;
  const unsent = new Set((await waitingNumbers(database)).flatMap(({ from, to }) => numbersOf(from, to)));
  for (const seq of await database.parked.toCollection().primaryKeys()) unsent.add(seq);
  const lacking = new Set(unsent);
  for (const { storeEpoch, unreleased } of summary.value.epochs) {
    for (const range of unreleased) {
      for (const { from, to } of splitBy(range, (seq) => unsent.has(seq))) {
        const isOurs = epochOf(chain, from).storeEpoch === storeEpoch;
        if (isOurs && unsent.has(from)) for (let seq = from; seq <= to; seq += 1) lacking.delete(seq);
        // Beyond the chain's end a response may just be on its way into the database.
        else if (to <= chain.lastSeq) witnesses.journal.release(storeEpoch, { from, to });
      }
    }
  }
  const missing = [...lacking].sort((one, other) => one - other);
  for (let at = 0; at < missing.length; at += CHUNK) {
    const rows = await readResponses(database, missing.slice(at, at + CHUNK));
    const entries = rows.flatMap((row): JournalEntry[] =>
      typeof row.payload !== 'string'
        ? []
        : [{ storeEpoch: epochOf(chain, row.seq).storeEpoch, ...row }],
    );
    const copied = await witnesses.journal.append(entries);
    if (!copied.ok) {
      endCopying(storage, copied.error);
      return at;
    }
  }
  return missing.length;
}

const numbersOf = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Runs of numbers for which `of` says the same. */
function splitBy({ from, to }: SeqRange, of: (seq: number) => boolean): SeqRange[] {
  const runs: { from: number; to: number }[] = [];
  for (let seq = from; seq <= to; seq += 1) {
    const run = runs.at(-1);
    if (run !== undefined && of(run.from) === of(seq)) run.to = seq;
    else runs.push({ from: seq, to: seq });
  }
  return runs;
}
