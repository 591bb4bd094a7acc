import { type Result, ok } from '../../core/kernel/index.ts';
import { rebuild } from '../ingest/index.ts';
import { openStore } from '../store/index.ts';
import { systemClock, systemRandom } from '../systemPorts.ts';
import { dataFile } from './dataFile.ts';

/** Makes everything derived anew from the inbox, all of it or nothing. No server may be at work on the folder. Gives how many responses it read. */
export async function rebuildData(folder: string): Promise<Result<number, string>> {
  const file = dataFile(folder);
  if (!file.ok) return file;
  const store = await openStore(folder, systemClock, systemRandom);
  if (!store.ok) return store;
  try {
    return ok(await rebuild(store.value));
  } finally {
    await store.value.close();
  }
}
