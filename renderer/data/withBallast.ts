import type { Result } from '../../core/kernel/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { writeFact } from './facts.ts';
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
  if (!dropped && second.ok) return second;
  const { database, clock } = storage;
  // Said in the page first: on a full disk the database can't take it.
  const noRoom = { at: (witnesses.noRoomAt = clock.now()) };
  void writeFact(database.meta, 'noRoom', noRoom).then(undefined, () => undefined);
  return second;
}
