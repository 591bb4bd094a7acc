import type { JournalEntry, JournalEpoch, SeqRange } from '../../../core/response/index.ts';
import { asideEntries } from '../aside/asideCopies.ts';
import { readAsideNumbers, type AsideNumbers } from '../aside/asideNumbers.ts';
import type { ChainState } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { epochOf } from '../epochs.ts';
import { readFact } from '../facts.ts';
import { readResponses } from '../outbox/recorded.ts';
import { waitingNumbers } from '../outbox/waiting.ts';
import { endCopying, ownerOf } from './startCopy.ts';
import type { Witnesses } from './witnesses.ts';

const CHUNK = 100;

interface Copied {
  readonly count: number;
  /** Among them some whose line was there, and can't be read any more. */
  readonly wereDamaged: boolean;
}

/**
 * Makes the journal hold what waits, is parked, or is set aside and was never sent, and nothing else: what it lacks is copied, what was
 * acknowledged is let go.
 */
export async function copyToJournal(storage: DeviceStorage, witnesses: Witnesses): Promise<Copied> {
  const { database } = storage;
  const chain = await readFact(database.meta, 'chain');
  const summary = await witnesses.journal.check();
  if (!summary.ok || chain === undefined) return { count: 0, wereDamaged: false };
  const aside = await readAsideNumbers(database);
  const { epochs } = summary.value;
  const lackingAside = tidyAside(witnesses, epochs, aside);
  const own = epochs.filter(({ storeEpoch }) => !aside.has(storeEpoch));
  const missing = await tidyOwn(storage, witnesses, { chain, epochs: own });
  const damaged = own.flatMap(({ unreadable }) => unreadable);
  const wereDamaged = missing.some((seq) => damaged.some(({ from, to }) => seq >= from && seq <= to));
  let count = 0;
  const append = async (entries: readonly JournalEntry[]): Promise<boolean> => {
    const appended = await witnesses.journal.append(entries);
    if (!appended.ok) endCopying(storage, appended.error);
    else count += entries.length;
    return appended.ok;
  };
  for (let at = 0; at < missing.length; at += CHUNK) {
    const rows = await readResponses(database, missing.slice(at, at + CHUNK));
    const entries = rows.flatMap((row): JournalEntry[] =>
      typeof row.payload !== 'string'
        ? []
        : [{ storeEpoch: epochOf(chain, row.seq).storeEpoch, ...ownerOf(witnesses), ...row }],
    );
    if (!(await append(entries))) return { count, wereDamaged };
  }
  for await (const entries of asideEntries(storage, lackingAside)) if (!(await append(entries))) break;
  return { count, wereDamaged };
}

/** Lets go what was acknowledged. Answers the numbers that wait or are parked and have no copy, ascending. */
async function tidyOwn(
  { database }: DeviceStorage,
  witnesses: Witnesses,
  { chain, epochs }: { readonly chain: ChainState; readonly epochs: readonly JournalEpoch[] },
): Promise<readonly number[]> {
  const unsent = new Set((await waitingNumbers(database)).flatMap(({ from, to }) => numbersOf(from, to)));
  for (const seq of await database.parked.toCollection().primaryKeys()) unsent.add(seq);
  const lacking = new Set(unsent);
  const { serverId: owner } = witnesses.told;
  for (const { storeEpoch, serverId, unreleased } of epochs) {
    let last: number | undefined;
    for (const range of unreleased) {
      for (const { from, to } of splitBy(range, (seq) => unsent.has(seq))) {
        const isOurs = epochOf(chain, from).storeEpoch === storeEpoch;
        if (isOurs && unsent.has(from)) {
          for (let seq = from; seq <= to; seq += 1) lacking.delete(seq);
          last = to;
        }
        // Beyond the chain's end a response may just be on its way into the database.
        else if (to <= chain.lastSeq) witnesses.journal.release(storeEpoch, { from, to });
      }
    }
    // Of a former version: one line that names the server names it for the epoch.
    if (owner !== undefined && serverId === undefined && last !== undefined) lacking.add(last);
  }
  return [...lacking].sort((one, other) => one - other);
}

/** The same of what is set aside, by store epoch. */
function tidyAside(
  { journal }: Witnesses,
  epochs: readonly JournalEpoch[],
  aside: ReadonlyMap<string, AsideNumbers>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const lacking = new Map<string, Set<number>>();
  for (const [storeEpoch, { unsent }] of aside) {
    const without = new Set(unsent);
    const held = epochs.find((epoch) => epoch.storeEpoch === storeEpoch)?.unreleased ?? [];
    for (const { from, to } of held.flatMap((range) => splitBy(range, (seq) => unsent.has(seq)))) {
      if (!unsent.has(from)) journal.release(storeEpoch, { from, to });
      else for (let seq = from; seq <= to; seq += 1) without.delete(seq);
    }
    if (without.size > 0) lacking.set(storeEpoch, without);
  }
  return lacking;
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
