import type { CheckedForm } from '../../../../formats/check/checkForms.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './Verdict.module.css';

/** How many findings of each kind; a sign beside each, so that no colour has to be seen. */
export function Verdict({ counts }: Pick<CheckedForm, 'counts'>) {
  const { say, language } = useConsole();
  const { error, warning, unsupported } = counts;
  const n = (count: number) => ({ count, n: new Intl.NumberFormat(language).format(count) });
  return (
    <p className={styles.verdict}>
      {error === 0 ? (
        <span data-kind="fine">✓ {say('check.fine')}</span>
      ) : (
        <span data-kind="error">✕ {say('check.errors', n(error))}</span>
      )}
      {warning > 0 && <span data-kind="warning">! {say('check.warnings', n(warning))}</span>}
      {unsupported > 0 && <span data-kind="warning">– {say('check.unsupported', n(unsupported))}</span>}
    </p>
  );
}
