import { Mark } from '../../ui/Mark.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Opening.module.css';
import { useLate } from './useLate.ts';

/** While the server is asked who is signed in: the sign of the house, and only where that takes noticeably long. */
export function Opening() {
  const { say } = useConsole();
  const late = useLate();
  return (
    <main aria-busy="true" className={styles.opening}>
      {late && (
        <p role="status" className={styles.sign}>
          <Mark className={styles.mark} />
          {say('opening')}
        </p>
      )}
    </main>
  );
}
