import { Button } from '@mantine/core';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './CheckedFormCard.module.css';

interface UnreadCardProps {
  readonly file: string;
  readonly why: 'tooSlow' | 'failed' | 'unclaimed';
  readonly onRemove: () => void;
}

/** A file that gave no questionnaire, and why. */
export function UnreadCard({ file, why, onRemove }: UnreadCardProps) {
  const { say } = useConsole();
  return (
    <section aria-label={file} className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>{file}</h2>
        <Button variant="subtle" size="xs" onClick={onRemove} aria-label={`${say('check.remove')}: ${file}`}>
          {say('check.remove')}
        </Button>
      </div>
      <p>{say(`check.${why}`)}</p>
    </section>
  );
}
