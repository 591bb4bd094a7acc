import { useEffect, useEffectEvent, useState } from 'react';

/** Milliseconds until a held key repeats, and between repeats. */
const HOLD = 450;
const REPEAT = 80;

/** Does it again and again for as long as the finger stays. */
export function useHeld(again: () => void) {
  const [held, setHeld] = useState(false);
  const repeat = useEffectEvent(again);
  useEffect(() => {
    if (!held) return undefined;
    let timer = setTimeout(function next() {
      repeat();
      timer = setTimeout(next, REPEAT);
    }, HOLD);
    const ended = new AbortController();
    for (const end of ['pointerup', 'pointercancel', 'blur', 'visibilitychange'] as const) {
      addEventListener(end, () => setHeld(false), { signal: ended.signal, capture: true });
    }
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [held]);
  return () => setHeld(true);
}
