const AT_THE_LATEST = 1_000;

/** Does what can wait until the first screen is painted, but never later than a second from now. */
export function whenQuiet(work: () => Promise<void>): void {
  const start = (): void => void work();
  if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: AT_THE_LATEST });
  else setTimeout(start, AT_THE_LATEST / 4);
}
