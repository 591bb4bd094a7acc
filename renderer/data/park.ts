import type { ParkingReason } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { endWaiting, findWaiting } from './outbox/waiting.ts';

const DAY = 86_400_000;

/** Takes one that waits out of everybody's way (A3); where it does not wait, nothing happens. Inside the caller's transaction. */
export async function park({ database, clock }: DeviceStorage, seq: number, reason: ParkingReason): Promise<void> {
  const row = await findWaiting(database, seq);
  if (row === undefined) return;
  const { recordedAt, characters } = row;
  const now = clock.now();
  await database.parked.put({ seq, recordedAt, characters, reason, parkedAt: now, retryAt: now + DAY });
  await endWaiting(database, { from: seq, to: seq });
}
