import type { EnrolmentSay } from '../../i18n/enrolment/index.ts';
import { Heading } from '../frame/Heading.tsx';
import styles from './Enrolment.module.css';

export function Working({ say }: { readonly say: EnrolmentSay }) {
  return (
    <div className={styles.screen} role="status">
      <Heading text={say('working')} takesFocus={false} />
      <p className={styles.lead}>{say('workingWhy')}</p>
      <span className={styles.track}>
        <span className={styles.run} />
      </span>
    </div>
  );
}
