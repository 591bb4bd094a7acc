import { useEffect, useState } from 'react';
import { canStartOffline } from '../../platform/offlineStart.ts';

const LOOK_AGAIN = 1_000;

/** Can the app start without a network? Looked at again for as long as the page is open; `null`: not known yet, or no matter here. */
export function useOfflineStart(): boolean | null {
  const [starts, setStarts] = useState<boolean | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ended = new AbortController();
    const look = async (): Promise<void> => {
      const found = await canStartOffline();
      if (ended.signal.aborted) return;
      setStarts(found);
      timer = setTimeout(() => void look(), LOOK_AGAIN);
    };
    void look();
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, []);
  return starts;
}
