import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';

/** Makes the ballast where there is room for it, and says whether there is; `null` where nobody knows. */
export async function probeRoom({ witnesses, database, clock }: DeviceStorage): Promise<boolean | null> {
  if (witnesses === undefined || !witnesses.copying) return null;
  const room = await witnesses.journal.probeRoom();
  if (room === null) return null;
  witnesses.noRoomAt = room ? null : clock.now();
  const isNoted = (await readFact(database.meta, 'noRoom')) ?? null;
  if (!room) await writeFact(database.meta, 'noRoom', { at: clock.now() });
  else if (isNoted !== null) await writeFact(database.meta, 'noRoom', null);
  return room;
}
