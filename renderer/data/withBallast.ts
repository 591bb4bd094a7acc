import type { Result } from '../../core/kernel/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import type { StorageFailure } from './withinDeadline.ts';

/** Two attempts together take no longer than one usually may: nobody stands before the screen for more than five seconds. */
const HALF = 2_500;

/**
 * A full disk says so in no reliable way, so every failure may be one: the ballast is let go, and the write is tried once more. Where
 * that fails, too, the device page says that there was no room, until a write succeeds again.
 */
export async function withBallast<T>(
  storage: DeviceStorage,
  attempt: (deadline?: number) => Promise<Result<T, StorageFailure>>,
): Promise<Result<T, StorageFailure>> {
  const { witnesses } = storage;
  if (witnesses === undefined) return attempt();
  const first = await attempt(HALF);
  if (first.ok) return first;
  const dropped = await witnesses.journal.dropBallast();
  const second = await attempt(HALF);
  if (dropped || !second.ok) noteNoRoom(storage);
  return second;
}

const noteNoRoom = ({ database, clock }: DeviceStorage): void => {
  void writeFact(database.meta, 'noRoom', { at: clock.now() }).then(undefined, () => undefined);
};

/** At a start: makes the ballast where there is room for it, and says whether there is. */
export async function probeRoom(storage: DeviceStorage): Promise<void> {
  const { witnesses, database, clock } = storage;
  if (witnesses === undefined || !witnesses.copying) return;
  const room = await witnesses.journal.probeRoom();
  const known = await readFact(database.meta, 'noRoom');
  if (!room) await writeFact(database.meta, 'noRoom', { at: clock.now() });
  else if (known !== undefined && known !== null) await writeFact(database.meta, 'noRoom', null);
}
