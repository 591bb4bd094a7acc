import { useConsole } from '../settings/consoleContext.ts';
import type { Refusal } from '../server/refusal.ts';
import styles from './ProblemNote.module.css';
import { problemText } from './problemText.ts';

/** What went wrong and what to do, read out as soon as it appears. */
export function ProblemNote({ refusal }: { readonly refusal: Refusal }) {
  const { say, language } = useConsole();
  return (
    <p role="alert" className={styles.note}>
      {problemText(say, language, refusal)}
    </p>
  );
}
