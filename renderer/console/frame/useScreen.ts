import { useEffect, useState } from 'react';

export type ScreenName = 'overview' | 'surveys' | 'devices' | 'syncFiles';

export const SURVEYS_ADDRESS = '#surveys';
export const DEVICES_ADDRESS = '#devices';
export const SYNC_FILES_ADDRESS = '#sync-files';

/** The place of one device on the devices screen. */
export const addressOfDevice = (deviceId: string): string =>
  `#${new URLSearchParams({ devices: deviceId }).toString()}`;

interface Place {
  readonly screen: ScreenName;
  /** Where the overview was last left: it names a touchpoint. */
  readonly overviewAddress: string;
  /** The device that the address names. */
  readonly deviceId: string | null;
}

function placeAt(hash: string, before?: Place): Place {
  const overviewAddress = before?.overviewAddress ?? '#';
  if (hash === SURVEYS_ADDRESS) return { screen: 'surveys', overviewAddress, deviceId: null };
  if (hash === SYNC_FILES_ADDRESS) return { screen: 'syncFiles', overviewAddress, deviceId: null };
  const deviceId = new URLSearchParams(hash.slice(1)).get('devices');
  if (deviceId !== null) {
    return { screen: 'devices', overviewAddress, deviceId: deviceId === '' ? null : deviceId };
  }
  return { screen: 'overview', overviewAddress: hash === '' ? '#' : hash, deviceId: null };
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
