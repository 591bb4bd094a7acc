/** Keeps the screen on while the page is visible; the browser drops the lock when it is hidden, so it is taken again. Answers how to stop. */
export function keepAwake(): () => void {
  const ended = new AbortController();
  const take = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (ended.signal.aborted) await lock.release();
      else ended.signal.addEventListener('abort', () => void lock.release(), { once: true });
    } catch {
      // Refused, for example on low battery: the terminal works all the same.
    }
  };
  document.addEventListener('visibilitychange', () => void take(), { signal: ended.signal });
  void take();
  return () => ended.abort();
}
