/** What the browser promises about this origin's storage. `null`: it does not say. */
export interface StorageState {
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

export async function readStorageState(): Promise<StorageState> {
  try {
    const [persisted, estimate] = await Promise.all([
      navigator.storage.persisted(),
      navigator.storage.estimate(),
    ]);
    return { persisted, usedBytes: estimate.usage ?? null, quotaBytes: estimate.quota ?? null };
  } catch {
    return { persisted: null, usedBytes: null, quotaBytes: null };
  }
}

/**
 * Asks the browser not to evict this origin. Browsers decide by their own rules (Chromium: installed, engaged with), so a refusal is
 * normal on a first visit: ask again at every start and after installing.
 */
export async function requestPersistence(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
