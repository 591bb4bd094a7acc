import type { DeviceStorage } from '../deviceStorage.ts';

/**
 * Who the device is lives in the database only, for its key can't leave the browser. But a page that is there when the browser throws the
 * database away still has it in hand: it puts it back, and nobody has to enrol the device again.
 */
export async function keepIdentity({ database, witnesses }: DeviceStorage): Promise<void> {
  if (witnesses === undefined) return;
  await database.transaction('rw', database.device, async () => {
    const rows = await database.device.toArray();
    if (rows.length > 0) witnesses.identity = rows;
    else if (witnesses.identity.length > 0) await database.device.bulkPut([...witnesses.identity]);
  });
}
