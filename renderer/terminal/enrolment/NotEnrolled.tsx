import type { EnrolmentSay } from '../../i18n/enrolment/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../frame/Heading.tsx';
import { isFinal, type EnrolFailure } from './enrolFailure.ts';
import styles from './Enrolment.module.css';

interface NotEnrolledProps {
  readonly failure: EnrolFailure;
  readonly say: EnrolmentSay;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}

export function NotEnrolled({ failure, say, onAgain, onOther }: NotEnrolledProps) {
  const again = !isFinal(failure);
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
