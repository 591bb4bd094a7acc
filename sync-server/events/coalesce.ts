/**
 * Passes keys on at once, but each key at most every `milliseconds`: what comes in between is passed on together at the end.
 * `stop` forgets what still waits.
 */
export function coalesce(pass: (key: string) => void, milliseconds: number) {
  const resting = new Map<string, { timer: NodeJS.Timeout; again: boolean }>();
  const send = (key: string): void => {
    pass(key);
    const timer = setTimeout(() => {
      const { again } = resting.get(key) ?? { again: false };
      resting.delete(key);
      if (again) send(key);
    }, milliseconds);
    timer.unref();
    resting.set(key, { timer, again: false });
  };
  return {
    add(key: string): void {
      const rest = resting.get(key);
      if (rest === undefined) send(key);
      else rest.again = true;
    },
    stop(): void {
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
