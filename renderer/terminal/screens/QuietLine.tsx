import type { TerminalSay } from '../../i18n/terminal/index.ts';
import { Words } from '../frame/Words.tsx';
import styles from './QuietLine.module.css';

export function QuietLine({ say }: { readonly say: TerminalSay }) {
  return (
    <p className={styles.line}>
      <span className={styles.dot} />
      <Words say={say} text="keptAnyway" />
    </p>
  );
}
