import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact } from '../facts.ts';

/** The server said that it holds all of it. */
export async function confirmAttachment({ database }: DeviceStorage, name: string): Promise<void> {
  const status = await readFact(database.meta, 'syncStatus');
  await database.attachments.update(name, { confirmed: status?.server?.serverEpoch ?? '' });
}

export const markDamaged = ({ database }: DeviceStorage, name: string): PromiseLike<unknown> =>
  database.attachments.update(name, { damaged: true });
