import type { StoreLoss } from '../../data/deviceDatabase.ts';
import { deviceWords } from '../../i18n/device/index.ts';
import { interfaceLanguage } from '../../i18n/languages.ts';
import styles from './LossNotice.module.css';
import { lostText } from './lostText.ts';

interface LossNoticeProps {
  readonly kept: number;
  readonly loss: Pick<StoreLoss, 'lost' | 'uncertain'>;
  /** What is kept is sent to the server it was collected for, and to no other. */
  readonly isRescued: boolean;
}

/** Stands over the enrolment and can't be sent away; with the enrolment it goes by itself. */
export function LossNotice({ kept, loss, isRescued }: LossNoticeProps) {
  const say = deviceWords(interfaceLanguage(...navigator.languages));
  return (
    <aside className={styles.notice} role="alert">
      <strong>{say('loss.title')}</strong>
      {kept > 0 && <p>{say('loss.enrolAgain', { count: kept })}</p>}
      {kept > 0 && isRescued && <p>{say('loss.sameServer')}</p>}
      <p>{lostText(loss, say)}</p>
    </aside>
  );
}
