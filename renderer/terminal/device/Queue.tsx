import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { readQueue, type QueuedResponse } from '../../data/outbox/inspectOutbox.ts';
import type { CardProps } from './cardProps.ts';
import { formatBytes } from './formats.ts';
import { PAGE, Pages } from './Pages.tsx';
import styles from './Queue.module.css';

interface QueueProps extends Pick<CardProps, 'language' | 'say' | 'moment'> {
  readonly storage: DeviceStorage;
  readonly onChoose: (seq: number) => void;
}

/** Everything that the server has not accepted yet, a page at a time. */
export function Queue({ storage, language, say, moment, onChoose }: QueueProps) {
  const [skip, setSkip] = useState(0);
  const page = useLiveQuery(async () => readQueue(storage, { skip, take: PAGE }), [storage, skip]);
  if (page === undefined) return null;
  const { items, total } = page;
  if (total === 0) return <p role="status">{say('queue.none')}</p>;
  const write = (value: number): string => new Intl.NumberFormat(language).format(value);
  return (
    <>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.seq}>
            <button type="button" className={styles.item} onClick={() => onChoose(item.seq)}>
              <strong>{say('queue.number', { number: write(item.seq) })}</strong>
              <span className={styles.when}>{moment(item.recordedAt)}</span>
              {item.bytes !== null && (
                <span className={styles.when}>{formatBytes(item.bytes, language)}</span>
              )}
              <span className={item.parked === null ? styles.state : styles.parked}>
                {stateText(item, say)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Pages skip={skip} total={total} language={language} say={say} onSkip={setSkip} />
    </>
  );
}

export function stateText({ parked, failures }: QueuedResponse, say: CardProps['say']): string {
  if (parked !== null) return say('queue.parked');
  return say(failures > 0 ? 'queue.failed' : 'queue.waiting');
}
