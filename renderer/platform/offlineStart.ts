/**
 * Can the app start without a network? A worker is active, which it becomes only with all files, and they are still there. `null`: the
 * shell brings the files, no worker is needed.
 */
export async function canStartOffline(): Promise<boolean | null> {
  if (!location.protocol.startsWith('http')) return null;
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    const isActive = registration !== undefined && registration.active !== null;
    return isActive && (await isCached('index.html'));
  } catch {
    // No workers outside a secure context; or the storage does not answer.
    return false;
  }
}

/** Did this page's files come from the device itself? A worker in control gives what it keeps; the shell brings its own. */
export const cameFromDevice = (): boolean =>
  !location.protocol.startsWith('http') ||
  ('serviceWorker' in navigator && navigator.serviceWorker.controller !== null);

/** Are the files that are kept those of this page's own version? Their names change with what is in them. */
export async function areOwnFilesCached(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return own !== null && (await isCached(own.src));
}

const isCached = async (file: string): Promise<boolean> =>
  (await caches.match(file, { ignoreSearch: true })) !== undefined;
