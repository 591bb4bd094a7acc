import { useEffect, useState } from 'react';

export type ScreenName = 'overview' | 'surveys';

export const SURVEYS_ADDRESS = '#surveys';

interface Place {
  readonly screen: ScreenName;
  /** Where the overview was last left: it names a touchpoint. */
  readonly overviewAddress: string;
}

function placeAt(hash: string, before?: Place): Place {
  if (hash === SURVEYS_ADDRESS) return { screen: 'surveys', overviewAddress: before?.overviewAddress ?? '#' };
  return { screen: 'overview', overviewAddress: hash === '' ? '#' : hash };
}

/** Which screen the address names. */
export function useScreen(): Place {
  const [place, setPlace] = useState(() => placeAt(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace((before) => placeAt(location.hash, before));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
