import { makeUuidV7 } from '../../../core/kernel/index.ts';
import type { JournalSummary } from '../../../core/response/index.ts';
import { readAsideNumbers } from '../aside/asideNumbers.ts';
import { chainAfterLoss } from '../chainAfterLoss.ts';
import type { ChainState, CopyState } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact, writeFact } from '../facts.ts';
import { isEmpty, recordedTables } from '../outbox/recorded.ts';
import { countUnsent } from '../outbox/waiting.ts';
import { copyToJournal } from './copyToJournal.ts';
import { keepIdentity } from './keepIdentity.ts';
import { planSequence, type SequencePlan } from './planSequence.ts';
import { restoreFromHand, restoreFromJournal } from './restoreFromJournal.ts';
import { endCopying } from './startCopy.ts';
import { noteStoreLoss } from './storeLoss.ts';
import { tellCounted } from './tellCounted.ts';
import { tellSentinel, type Sentinel, type Witnesses } from './witnesses.ts';

/** Settles when the sequence can be trusted; what is missing here and there is put back after that (`witnesses.repaired`). */
export async function settleSequence(storage: DeviceStorage, witnesses: Witnesses): Promise<void> {
  for (;;) {
    // What this page said last, where it said anything: the browser may not have kept it. The database is asked last: what is numbered
    // meanwhile may only make it say more than the other two.
    const again = witnesses.told.storeEpoch !== '';
    const sentinel = again ? witnesses.told : witnesses.sentinel.read();
    const opened = await witnesses.journal.open();
    const journal = opened.ok ? opened.value : null;
    await keepIdentity(storage);
    const serverId = await serverOf(storage, sentinel, journal);
    const [chain, empty, setAside] = await Promise.all([
      chainOf(storage),
      isEmpty(storage.database),
      readAsideNumbers(storage.database),
    ]);
    const fresh = makeUuidV7(storage.clock.now(), storage.random);
    const said = { chain, empty, setAside: [...setAside.keys()], journal, sentinel };
    const plan = planSequence({ ...said, ...(serverId === undefined ? {} : { serverId }) }, fresh);
    if (plan.chain !== chain && !(await replaceChain(storage, chain, plan.chain))) continue;
    const { storeEpoch, lastSeq } = plan.chain;
    const unsent = await countUnsent(storage.database);
    const { copied = false, aside = 0 } = sentinel ?? {};
    tellSentinel(witnesses, { storeEpoch, lastSeq, unsent, aside, copied: opened.ok || copied });
    if (serverId !== undefined) tellSentinel(witnesses, { serverId });
    witnesses.copying = opened.ok;
    if (!opened.ok) endCopying(storage, opened.error);
    witnesses.repaired = repair(storage, witnesses, { plan, sentinel, journal, again, read: chain }).catch(() => undefined);
    return;
  }
}

/**
 * Where the enrolment is lost, the sentinel still knows for whom it was collected, or else the copy: of several servers the one that came
 * last. Were it another one, no harm is done: to each goes only what was collected for it.
 */
const serverOf = (
  { database }: DeviceStorage,
  sentinel: Sentinel | null,
  journal: JournalSummary | null,
): PromiseLike<string | undefined> =>
  database.transaction('rw', database.device, database.meta, async () => {
    const enrolment = await readFact(database.device, 'enrolment');
    const before = await readFact(database.meta, 'rescuedFor');
    const named = journal?.epochs.filter((epoch) => epoch.serverId !== undefined).at(-1);
    const serverId = (enrolment ?? before)?.serverId ?? sentinel?.serverId ?? named?.serverId;
    if (enrolment === undefined && serverId !== undefined) await writeFact(database.meta, 'rescuedFor', { serverId });
    return serverId;
  });

/** A number given since the chain was read must not be given again: then nothing is changed, and all are asked anew. */
const replaceChain = (storage: DeviceStorage, read: ChainState, planned: ChainState): PromiseLike<boolean> => {
  const { meta } = storage.database;
  return storage.database.transaction('rw', meta, async () => {
    const now = await readFact(meta, 'chain');
    if (now?.storeEpoch !== read.storeEpoch || now.lastSeq !== read.lastSeq) return false;
    await writeFact(meta, 'chain', planned);
    return true;
  });
};

interface Found {
  readonly plan: SequencePlan;
  readonly sentinel: Sentinel | null;
  readonly journal: JournalSummary | null;
  /** The sequence as the database had it. */
  readonly read: ChainState;
  /** Compared once more on the same page: files that were made on it are young, and were never lost. */
  readonly again: boolean;
}

/** Puts back what is missing here and there. Cut off in its middle, it goes on at the next start. */
async function repair(storage: DeviceStorage, witnesses: Witnesses, found: Found): Promise<void> {
  const { plan, sentinel, journal, again } = found;
  const damaged = plan.finding === 'shortened' || plan.finding === 'emptied';
  const knownTo = plan.finding === 'emptied' ? 0 : damaged ? found.read.lastSeq : Number.MAX_SAFE_INTEGER;
  const nothing = { count: 0, aside: 0, unreadable: 0 };
  const { aside: asideAgain, unreadable, ...read } =
    journal === null ? nothing : await restoreFromJournal(storage, witnesses, { plan, journal, knownTo });
  const fromHand = await restoreFromHand(storage, witnesses, plan);
  const restored = read.count + fromHand;
  const { unsent, aside } = await tellCounted(storage, witnesses);
  // Neither knows all: browsers write the sentinel late, and of what was damaged last the journal may know nothing.
  const expected = Math.min((sentinel?.unsent ?? 0) + (sentinel?.aside ?? 0), journalExpects(journal, sentinel));
  const spoilt = plan.finding === 'emptied' ? (journal?.spoilt ?? 0) : 0;
  const lost = Math.max(0, unreadable + spoilt - fromHand, damaged ? expected - unsent - aside : 0);
  const copied = journal === null ? { count: 0, wereDamaged: false } : await copyToJournal(storage, witnesses);
  const known = await readFact(storage.database.meta, 'copy');
  const copyGone = journal?.found === 0 && (sentinel?.copied === true || known?.state === 'kept');
  const isSpoilt = journal?.cut === true || copied.wereDamaged;
  const copyLost = !again && (copyGone || (isSpoilt && copied.count > 0));
  const said = {
    restored: plan.finding === 'cutOff' ? 0 : restored,
    lost,
    uncertain: damaged && !again && !isSound(journal),
    recopied: copyLost ? copied.count : 0,
  };
  if (damaged || copyLost || said.restored + asideAgain + lost > 0) await noteStoreLoss(storage, said);
  if (journal !== null && witnesses.copying) await noteCopy(storage, journal);
}

/** A sound copy knows what was sent since the sentinel was written. Of what was recorded behind the copy's end it knows nothing. */
function journalExpects(journal: JournalSummary | null, sentinel: Sentinel | null): number {
  if (journal === null || sentinel === null || !isSound(journal)) return Infinity;
  const ended = journal.epochs.find(({ storeEpoch }) => storeEpoch === sentinel.storeEpoch)?.lastSeq ?? 0;
  const held = journal.epochs.flatMap(({ unreleased, unreadable }) => [...unreleased, ...unreadable]);
  return held.reduce((sum, { from, to }) => sum + to - from + 1, 0) + Math.max(0, sentinel.lastSeq - ended);
}

/** Does it vouch for its end, too? */
const isSound = (journal: JournalSummary | null): boolean =>
  journal !== null && journal.found > 0 && journal.cut !== true && journal.spoilt === undefined;

const noteCopy = async ({ database, clock }: DeviceStorage, { found }: JournalSummary): Promise<void> => {
  const state: CopyState['state'] = found > 0 ? 'kept' : 'young';
  const known = await readFact(database.meta, 'copy');
  if (known?.state !== state) await writeFact(database.meta, 'copy', { state, at: clock.now() });
};

const chainOf = (storage: DeviceStorage): PromiseLike<ChainState> => {
  const { meta } = storage.database;
  return storage.database.transaction('rw', [meta, ...recordedTables(storage.database)], async () => {
    const known = await readFact(meta, 'chain');
    if (known !== undefined) return known;
    const chain = await chainAfterLoss(storage);
    await writeFact(meta, 'chain', chain);
    return chain;
  });
};
