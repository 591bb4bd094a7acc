import type { DeviceStorage } from './deviceStorage.ts';

const RETENTION = 14 * 86_400_000;

/**
 * Forgets responses whose acknowledgement is older than 14 days; what waits or is parked is never touched, for only acknowledged ranges
 * are walked. A date in the future was written by a clock since set back: such a range stays until the date is past.
 */
export async function pruneAcknowledged(storage: DeviceStorage): Promise<void> {
  const { acknowledged, responses, notedVerdicts } = storage.database;
  const before = storage.clock.now() - RETENTION;
  await storage.database.transaction('rw', acknowledged, responses, notedVerdicts, async () => {
    const old = await acknowledged.filter(({ at }) => at < before).toArray();
    for (const { from, to } of old) {
      await responses.where('seq').between(from, to, true, true).delete();
      await notedVerdicts.where('seq').between(from, to, true, true).delete();
      await acknowledged.delete(from);
    }
  });
}
