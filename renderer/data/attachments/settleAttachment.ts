import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact } from '../facts.ts';

/** The server said that it holds all of it. */
export async function confirmAttachment({ database }: DeviceStorage, name: string): Promise<void> {
  const status = await readFact(database.meta, 'syncStatus');
  // A member that is undefined is taken out.
  await database.attachments.update(name, {
    confirmed: status?.server?.serverEpoch ?? '',
    unwantedSince: undefined,
  });
}

/** The server holds its response, but wants none of it. What was said first stands. */
export const markUnwanted = ({ database, clock }: DeviceStorage, name: string): PromiseLike<unknown> =>
  database.transaction('rw', database.attachments, async () => {
    const row = await database.attachments.get(name);
    if (row !== undefined && row.unwantedSince === undefined)
      await database.attachments.update(name, { unwantedSince: clock.now() });
  });

export const markDamaged = ({ database }: DeviceStorage, name: string): PromiseLike<unknown> =>
  database.attachments.update(name, { damaged: true });
