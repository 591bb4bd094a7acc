import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import type { StorageFailure } from '../withinDeadline.ts';
import { ShrunkStorage } from './hasShrunk.ts';
import type { Witnesses } from './witnesses.ts';

const PATIENCE = 5_000;

/**
 * Compares the three witnesses, once in the life of a page, and repairs. Settles as soon as the sequence can be trusted, so that no
 * number is given twice; what is missing is put back after that. Rejects where the database fails, and is tried again when asked again.
 */
export function compareWitnesses(storage: DeviceStorage): Promise<void> {
  const { witnesses } = storage;
  if (witnesses === undefined) return Promise.resolve();
  witnesses.compared ??= settle(storage, witnesses).catch((error: unknown) => {
    witnesses.compared = null;
    throw error;
  });
  return witnesses.compared;
}

/** For those who are about to give a number. */
export async function whenCompared(storage: DeviceStorage): Promise<Result<void, StorageFailure>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<void, StorageFailure>>((resolve) => {
    const detail = 'the storage is still being compared';
    timer = setTimeout(() => resolve(err({ kind: 'timedOut', detail })), PATIENCE);
  });
  const compared = compareWitnesses(storage).then(
    () => ok(undefined),
    (error: unknown) => err({ kind: 'failed' as const, detail: String(error) }),
  );
  const result = await Promise.race([compared, late]);
  clearTimeout(timer);
  return result;
}

/** Does what gives numbers; where the database has shrunk since the comparison, compares again first. */
export async function comparingAgain<T>(storage: DeviceStorage, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ShrunkStorage) || storage.witnesses === undefined) throw error;
    storage.witnesses.compared = null;
    await compareWitnesses(storage);
    return work();
  }
}

/** Not needed for the first screen, so not fetched with it; fetched long before anybody has finished a response. */
async function settle(storage: DeviceStorage, witnesses: Witnesses): Promise<void> {
  const { settleSequence } = await import('./settleSequence.ts');
  await settleSequence(storage, witnesses);
}
