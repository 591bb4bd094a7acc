import type { StorageState } from '../../platform/storageState.ts';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { formatBytes } from './formats.ts';
import { useOfflineStart } from './useOfflineStart.ts';

export function StorageCard({
  status,
  room,
  language,
  say,
  moment,
}: CardProps & { readonly room: StorageState | undefined }) {
  const startsOffline = useOfflineStart();
  const { lastSeq, lastResponseAt, copy, noRoom } = status;
  return (
    <Card title={say('storage.title')}>
      <p>{say('storage.recorded', { count: lastSeq })}</p>
      {lastResponseAt !== null && (
        <p className={styles.quiet}>{say('storage.last', { time: moment(lastResponseAt) })}</p>
      )}
      {startsOffline !== null && (
        <p className={startsOffline ? styles.quiet : styles.warning}>
          {say(startsOffline ? 'offline.ready' : 'offline.notYet')}
        </p>
      )}
      {noRoom !== null && <p className={styles.warning}>{say('noRoom')}</p>}
      {copy !== null && (
        <p className={copy.state === 'missing' ? styles.warning : styles.quiet}>
          {say(`copy.${copy.state}`)}
        </p>
      )}
      {room !== undefined && (
        <>
          {room.usedBytes !== null && room.quotaBytes !== null && (
            <p className={styles.quiet}>
              {say('storage.space', {
                used: formatBytes(room.usedBytes, language),
                quota: formatBytes(room.quotaBytes, language),
              })}
            </p>
          )}
          <p className={room.persisted === false ? styles.warning : styles.quiet}>
            {say(
              room.persisted === null
                ? 'storage.unknown'
                : room.persisted
                  ? 'storage.kept'
                  : 'storage.notKept',
            )}
          </p>
        </>
      )}
    </Card>
  );
}
