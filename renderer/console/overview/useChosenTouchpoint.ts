import { useEffect, useState } from 'react';
import type { TouchpointList } from '../../../core/protocol/index.ts';

type Touchpoint = TouchpointList['touchpoints'][number];

const PARAMETER = 'touchpoint';

const inAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get(PARAMETER);

/** The touchpoint that the address names, so that it can be kept and sent on; else the first. */
export function useChosenTouchpoint(touchpoints: readonly [Touchpoint, ...Touchpoint[]]) {
  const [named, setNamed] = useState(inAddress);
  useEffect(() => {
    const follow = (): void => setNamed(inAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const chosen = touchpoints.find(({ touchpointId }) => touchpointId === named) ?? touchpoints[0];
  const choose = (touchpointId: string): void => {
    location.hash = new URLSearchParams({ [PARAMETER]: touchpointId }).toString();
  };
  return [chosen.touchpointId, choose] as const;
}
