import { epochOf } from '../epochs.ts';
import { readFact } from '../facts.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readResponses } from '../outbox/recorded.ts';
import { waitingNumbers } from '../outbox/waiting.ts';
import { probeRoom } from '../probeRoom.ts';
import { compareWitnesses } from './compareWitnesses.ts';
import { renewLog } from './renewLog.ts';
import { ownerOf } from './startCopy.ts';
import type { Witnesses } from './witnesses.ts';

/** Pauses between attempts grow from the first to the last: each one writes what it asks for, and to ask for the ballast is to write 28 MB. */
const PAUSES = { first: 5_000, last: 60_000, ballast: 900_000 };
/** What the browser may need to write its databases anew. */
const RENEWAL_BYTES = 8 * 1024 * 1024;
/** Of those before them there is the journal. */
const MOST_HELD = 500;
/** Chromium goes on with a list of files that it has deleted itself, until nobody has asked it for a name for ten minutes. */
const FORGETTING = 11 * 60_000;

/**
 * Looks after the storage for as long as the page lives, at its start and after every trouble: the disk was full, the connection was closed,
 * the copy failed. As soon as there is room, the databases are written to new files, what this page has in hand is compared with what
 * lies there, and the copy is made again.
 */
export function keepMending(storage: DeviceStorage, pauses = PAUSES): void {
  const { database, witnesses, clock } = storage;
  if (witnesses === undefined) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = pauses.first;
  let underWay = false;
  /** The connection, since the last comparison. */
  let closed = false;
  let renewed = false;
  /** Monotonic. */
  let lookAt = Infinity;
  const isUnsafe = (): boolean => closed || !renewed || !witnesses.copying || clock.monotonic() >= lookAt;
  const isTroubled = (): boolean => isUnsafe() || witnesses.noRoomAt !== null;

  const mend = async (): Promise<void> => {
    const isLook = clock.monotonic() >= lookAt;
    if (isLook || closed || !witnesses.copying) {
      lookAt = isLook ? Infinity : clock.monotonic() + FORGETTING;
      closed = false;
      await compareAgain(storage, witnesses);
    }
    renewed ||= await renewWhereRoom(witnesses);
    await probeRoom(storage);
  };
  const round = async (): Promise<void> => {
    underWay = true;
    for (const seq of witnesses.inHand.keys()) if (witnesses.inHand.size > MOST_HELD) witnesses.inHand.delete(seq);
    if (isTroubled()) await mend().catch(() => undefined);
    underWay = false;
    pause = isTroubled() ? Math.min(pause * 2, isUnsafe() ? pauses.last : pauses.ballast) : pauses.first;
    next();
  };
  const next = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void round(), pause);
  };
  const onClose = (): void => {
    closed = true;
    renewed = false;
    // Something new has happened: what was waited for may be long over.
    pause = pauses.first;
    if (!underWay) next();
  };
  witnesses.lookForRoom = async () => {
    await probeRoom(storage);
    pause = pauses.first;
    if (!underWay) next();
  };
  database.on('close', onClose);
  void takeInHand(storage, witnesses).catch(() => undefined).then(round);
}

/** What waits from before this page began is held like what it records itself. */
async function takeInHand({ database }: DeviceStorage, witnesses: Witnesses): Promise<void> {
  const chain = await readFact(database.meta, 'chain');
  const ranges = await waitingNumbers(database);
  if (chain === undefined) return;
  const newest: number[] = [];
  for (const { from, to } of ranges.toReversed())
    for (let seq = to; seq >= from && newest.length < MOST_HELD; seq -= 1) newest.unshift(seq);
  for (const row of await readResponses(database, newest)) {
    if (typeof row.payload !== 'string' || witnesses.inHand.has(row.seq)) continue;
    witnesses.inHand.set(row.seq, { storeEpoch: epochOf(chain, row.seq).storeEpoch, ...ownerOf(witnesses), ...row });
  }
}

async function compareAgain(storage: DeviceStorage, witnesses: Witnesses): Promise<void> {
  await Promise.allSettled([witnesses.compared, witnesses.repaired]);
  witnesses.compared = null;
  await compareWitnesses(storage);
  await witnesses.repaired;
}

async function renewWhereRoom({ journal }: Witnesses): Promise<boolean> {
  if ((await journal.probeRoom(RENEWAL_BYTES)) !== true) return false;
  await renewLog();
  return true;
}
