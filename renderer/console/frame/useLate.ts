import { useEffect, useState } from 'react';

/** Most replies are faster than this; what would only flash up is not shown at all. Milliseconds. */
const PATIENCE = 300;

/** True once the wait has become noticeable. */
export function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late;
}
