export interface OnlyOne {
  /** Happens once this is the only window of its kind, and it stays the only one until it is gone. */
  readonly start: () => void;
  /**
   * Where another window is in the way for longer than a reload takes: fetches the screen that says so. What it gives is called only
   * if the other window is still in the way by then.
   */
  readonly wait: () => Promise<() => void>;
}

const RELOAD = 500;

/**
 * One writer among the windows of a browser: the lock goes to the next when its holder ends, in whatever way. Without locks (outside a
 * secure context) no device can be enrolled, so there is nothing to guard.
 */
export function whenOnlyOne(name: string, { start, wait }: OnlyOne): void {
  if (!isSecureContext) {
    start();
    return;
  }
  let waiting = true;
  const timer = setTimeout(async () => {
    const show = await wait();
    if (waiting) show();
  }, RELOAD);
  void navigator.locks.request(name, () => {
    waiting = false;
    clearTimeout(timer);
    start();
    return new Promise<never>(() => undefined);
  });
}
