import type { StoreLoss } from '../../data/deviceDatabase.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { markStoreLossSeen } from '../../data/witnesses/storeLoss.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { lostText } from './lostText.ts';

interface StoreLossCardProps extends Pick<CardProps, 'say' | 'moment'> {
  readonly loss: StoreLoss;
  /** Then it was no fault of the device. */
  readonly isFull: boolean;
  readonly storage: DeviceStorage;
}

/** Stays until somebody who knows the PIN says that it was read; the server is told all the same. */
export function StoreLossCard({ loss, isFull, storage, say, moment }: StoreLossCardProps) {
  const { at, restored, recopied } = loss;
  return (
    <Card title={say('loss.title')}>
      <div className={styles.warning} role="alert">
        {restored > 0 && <p>{say('loss.restored', { count: restored })}</p>}
        {recopied > 0 && <p>{say('loss.recopied')}</p>}
        <p>{lostText(loss, say)}</p>
        <p>{say(isFull ? 'noRoom' : 'loss.todo')}</p>
        <p className={styles.small}>{say('loss.at', { time: moment(at) })}</p>
      </div>
      <Button kind="quiet" onClick={() => void markStoreLossSeen(storage)}>
        {say('loss.read')}
      </Button>
    </Card>
  );
}
