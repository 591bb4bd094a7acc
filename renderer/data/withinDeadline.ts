import { err, ok, type Result } from '../../core/kernel/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';

/**
 * Why nothing is known to be stored. `full`: the browser says that there is no space. `timedOut`: the deadline passed; the write may
 * or may not have happened, and asking again with the same response is safe. `failed`: anything else the storage layer says.
 */
export interface StorageFailure {
  readonly kind: 'full' | 'timedOut' | 'failed';
  readonly detail: string;
}

const WRITE_DEADLINE = 5_000;
const LATE = Symbol('late');

/**
 * Storage on a full or failing disk may neither succeed nor fail: a promise that never settles. So every write has a deadline, after
 * which the connection is closed (what hung is aborted) and the next call opens it anew.
 */
export async function withinDeadline<T>(
  storage: DeviceStorage,
  work: () => PromiseLike<T>,
  deadline = WRITE_DEADLINE,
): Promise<Result<T, StorageFailure>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), deadline);
  });
  try {
    const outcome = await Promise.race([work(), late]);
    if (outcome !== LATE) return ok(outcome);
    storage.database.close({ disableAutoOpen: false });
    return err({ kind: 'timedOut', detail: `no answer from the storage within ${String(deadline)} ms` });
  } catch (error) {
    return err(toStorageFailure(storage, error));
  } finally {
    clearTimeout(timer);
  }
}

const GONE: readonly string[] = [
  'DatabaseClosedError',
  'InvalidStateError',
  'OpenFailedError',
  'UnknownError',
];

function toStorageFailure(storage: DeviceStorage, error: unknown): StorageFailure {
  const names = namesOf(error);
  if (names.some((name) => GONE.includes(name))) storage.database.close({ disableAutoOpen: false });
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: names.includes('QuotaExceededError') ? 'full' : 'failed', detail };
}

/** The names of an error and of the errors inside it: Dexie reports a full disk as an AbortError around it. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let current: unknown = error;
  while (current instanceof Error && names.length < 5) {
    names.push(current.name);
    current = 'inner' in current ? current.inner : undefined;
  }
  return names;
}
