import { useEffect, useState } from 'react';
import type { DeviceStorage } from '../../data/deviceStorage.ts';

/** A full disk may take no note of its being full: whoever opens the page is told what it is like now. Counts the looks. */
export function useLookForRoom({ witnesses }: DeviceStorage): number {
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    const looked = (): void => setLooks((before) => before + 1);
    witnesses?.lookForRoom?.().then(looked, looked);
  }, [witnesses]);
  return looks;
}
