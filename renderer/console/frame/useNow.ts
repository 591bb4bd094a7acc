import { useEffect, useState } from 'react';

const TICK = 10_000;

/** The server's clock as well as it is known: its last word plus what has passed here since. Moves every ten seconds. */
export function useNow(serverNow: number, heardAt: number): number {
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setHere(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, []);
  return serverNow + Math.max(0, here - heardAt);
}
