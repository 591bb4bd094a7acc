import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { Button } from '../../ui/Button.tsx';
import { AsideNote } from './AsideNote.tsx';
import { AttachmentsNote } from './AttachmentsNote.tsx';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';

interface WaitingProps extends CardProps {
  readonly storage: DeviceStorage;
  readonly onShow: () => void;
  readonly onShowAside: () => void;
}

export function Waiting({ status, storage, language, say, moment, onShow, onShowAside }: WaitingProps) {
  const { waiting, oldestWaitingAt, parked, setAside, noted } = status;
  const isAllSent = parked.length + setAside === 0;
  return (
    <Card title={say('waiting.title')}>
      <p className={styles.figure} data-testid="waiting" data-count={waiting}>
        {new Intl.NumberFormat(language).format(waiting)}
      </p>
      {waiting > 0 && <p>{say('waiting', { count: waiting })}</p>}
      {waiting === 0 && isAllSent && <p>{say('waiting.none')}</p>}
      {oldestWaitingAt !== null && (
        <p className={styles.quiet}>{say('waiting.since', { time: moment(oldestWaitingAt) })}</p>
      )}
      <AttachmentsNote storage={storage} language={language} say={say} />
      {parked.length > 0 && <p className={styles.warning}>{say('parked', { count: parked.length })}</p>}
      {noted > 0 && <p className={styles.quiet}>{say('noted', { count: noted })}</p>}
      {waiting + parked.length > 0 && (
        <Button className={styles.show} onClick={onShow}>
          {say('queue.show')}
        </Button>
      )}
      {setAside > 0 && <AsideNote storage={storage} say={say} onShow={onShowAside} />}
    </Card>
  );
}
