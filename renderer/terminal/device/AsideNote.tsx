import { useLiveQuery } from 'dexie-react-hooks';
import { readAside } from '../../data/aside/readAside.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { Button } from '../../ui/Button.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';

interface AsideNoteProps extends Pick<CardProps, 'say'> {
  readonly storage: DeviceStorage;
  readonly onShow: () => void;
}

/** How much is kept aside, and the way to it. */
export function AsideNote({ storage, say, onShow }: AsideNoteProps) {
  const entries = useLiveQuery(() => readAside(storage), [storage]);
  if (entries === undefined || entries.length === 0) return null;
  const count = (wanted: string): number => entries.filter(({ state }) => state === wanted).length;
  const [unsent, unreadable, sent] = [count('unsent'), count('unreadable'), count('sent')];
  return (
    <>
      {unsent > 0 && <p className={styles.warning}>{say('aside.unsent', { count: unsent })}</p>}
      {unreadable > 0 && <p className={styles.warning}>{say('aside.unreadable', { count: unreadable })}</p>}
      {sent > 0 && <p className={styles.quiet}>{say('aside.sent', { count: sent })}</p>}
      <Button className={styles.show} onClick={onShow}>
        {say('aside.show')}
      </Button>
    </>
  );
}
