import type { Language } from '../../../core/questionnaire/index.ts';
import styles from './LanguageSwitch.module.css';

interface LanguageSwitchProps {
  readonly languages: readonly Language[];
  readonly current: string;
  readonly label: string;
  readonly onChoose: (code: string) => void;
}

const shortCode = (code: string): string => code.slice(0, 3).toUpperCase();

/** Short codes for the eye; for the ear each language says its own name in its own voice. */
export function LanguageSwitch({ languages, current, label, onChoose }: LanguageSwitchProps) {
  if (languages.length < 2) return null;
  return (
    <nav aria-label={label} className={styles.switch}>
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-label={`${shortCode(code)} ${name}`}
          aria-current={code === current}
          className={styles.language}
          onClick={() => onChoose(code)}
        >
          <span className={styles.chip} aria-hidden="true">
            {shortCode(code)}
          </span>
        </button>
      ))}
    </nav>
  );
}
