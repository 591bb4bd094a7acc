import { useLiveQuery } from 'dexie-react-hooks';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { readDeviceStatus } from '../../data/readDeviceStatus.ts';
import { deviceWords } from '../../i18n/device/index.ts';
import { interfaceLanguage } from '../../i18n/languages.ts';
import styles from './RescuedResponses.module.css';

/**
 * On a device that lost its storage, and with it who it was: what could be saved is here, and what to do. Stands over the enrolment
 * and can't be sent away; with the enrolment it goes by itself.
 */
export function RescuedResponses({ storage }: { readonly storage: DeviceStorage }) {
  const status = useLiveQuery(() => readDeviceStatus(storage), [storage]);
  if (status === undefined || status.storeLoss === null) return null;
  const { waiting, parked, storeLoss } = status;
  const kept = waiting + parked.length;
  const say = deviceWords(interfaceLanguage(...navigator.languages));
  return (
    <aside className={styles.notice} role="alert">
      <strong>{say('loss.title')}</strong>
      {kept > 0 && <p>{say('loss.enrolAgain', { count: kept })}</p>}
      <p>{storeLoss.lost > 0 ? say('loss.lost', { count: storeLoss.lost }) : say('loss.noneLost')}</p>
    </aside>
  );
}
