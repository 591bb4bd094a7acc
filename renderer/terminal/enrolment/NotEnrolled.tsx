import type { EnrolmentSay } from '../../i18n/enrolment/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../frame/Heading.tsx';
import type { EnrolFailure } from './enrolFailure.ts';
import styles from './Enrolment.module.css';

interface NotEnrolledProps {
  readonly failure: EnrolFailure;
  readonly say: EnrolmentSay;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}

/** With the same code nothing better can come of these. */
const FINAL: readonly EnrolFailure['kind'][] = ['codeInvalid', 'codeUnreadable', 'noSecureContext'];

export function NotEnrolled({ failure, say, onAgain, onOther }: NotEnrolledProps) {
  const again = !FINAL.includes(failure.kind);
  return (
    <div className={styles.screen} role="alert" data-failure={failure.kind}>
      <Heading text={say('failed')} takesFocus />
      <p className={styles.lead}>{say(`why.${failure.kind}`)}</p>
      <p className={styles.what}>{say(`do.${failure.kind}`)}</p>
      <div className={styles.actions}>
        {again && (
          <Button kind="primary" className={styles.connect} onClick={onAgain}>
            {say('tryAgain')}
          </Button>
        )}
        <Button kind={again ? 'secondary' : 'primary'} className={styles.connect} onClick={onOther}>
          {say('otherCode')}
        </Button>
      </div>
      {failure.detail !== '' && <p className={styles.detail}>{say('detail', { detail: failure.detail })}</p>}
    </div>
  );
}
