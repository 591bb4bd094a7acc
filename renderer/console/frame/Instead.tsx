import { Button } from '@mantine/core';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Instead.module.css';

interface InsteadProps {
  readonly title: string;
  readonly hint: string;
  readonly onTryNow?: () => void;
}

/** Stands where a whole screen cannot be shown: what is the matter, and what can be done. */
export function Instead({ title, hint, onTryNow }: InsteadProps) {
  const { say } = useConsole();
  return (
    <div role="status" className={styles.instead}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.hint}>{hint}</p>
      {onTryNow !== undefined && <Button onClick={onTryNow}>{say('tryNow')}</Button>}
    </div>
  );
}
