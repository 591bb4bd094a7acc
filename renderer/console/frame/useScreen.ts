import { useEffect, useState } from 'react';

export type ScreenName = 'overview' | 'surveys' | 'keys' | 'devices' | 'syncFiles' | 'inbox';
export type InboxView = 'waiting' | 'dismissed' | 'fixed' | 'conflicts' | 'incomplete' | 'audit';

export const SURVEYS_ADDRESS = '#surveys';
export const KEYS_ADDRESS = '#keys';
export const DEVICES_ADDRESS = '#devices';
export const SYNC_FILES_ADDRESS = '#sync-files';

/** The place of one device on the devices screen. */
export const addressOfDevice = (deviceId: string): string =>
  `#${new URLSearchParams({ devices: deviceId }).toString()}`;

const INBOX_VIEWS: readonly InboxView[] = [
  'waiting',
  'dismissed',
  'fixed',
  'conflicts',
  'incomplete',
  'audit',
];
const viewOf = (text: string): InboxView => INBOX_VIEWS.find((one) => one === text) ?? 'waiting';

/** The place of one list of the inbox. */
export const addressOfInbox = (view: InboxView): string =>
  `#${new URLSearchParams({ inbox: view }).toString()}`;

interface Place {
  readonly screen: ScreenName;
  /** Where the overview was last left: it names a touchpoint. */
  readonly overviewAddress: string;
  /** The device that the address names. */
  readonly deviceId: string | null;
  readonly inboxView: InboxView;
}

function placeAt(hash: string, before?: Place): Place {
  const overviewAddress = before?.overviewAddress ?? '#';
  const otherwise = { overviewAddress, deviceId: null, inboxView: 'waiting' } as const;
  if (hash === SURVEYS_ADDRESS) return { ...otherwise, screen: 'surveys' };
  if (hash === KEYS_ADDRESS) return { ...otherwise, screen: 'keys' };
  if (hash === SYNC_FILES_ADDRESS) return { ...otherwise, screen: 'syncFiles' };
  const named = new URLSearchParams(hash.slice(1));
  const view = named.get('inbox');
  if (view !== null) return { ...otherwise, screen: 'inbox', inboxView: viewOf(view) };
  const deviceId = named.get('devices');
  if (deviceId !== null) {
    return { ...otherwise, screen: 'devices', deviceId: deviceId === '' ? null : deviceId };
  }
  return { ...otherwise, screen: 'overview', overviewAddress: hash === '' ? '#' : hash };
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
