import { INTERFACE_LANGUAGES } from '../../i18n/languages.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './LanguageSwitch.module.css';

const NAMES = { en: 'English', ru: 'Русский', lv: 'Latviešu', de: 'Deutsch' } as const;

/** Four short codes in a row; each is spoken with the full name, in its own language. */
export function LanguageSwitch() {
  const { language, chooseLanguage, say } = useConsole();
  return (
    <div role="group" aria-label={say('language')} className={styles.row}>
      {INTERFACE_LANGUAGES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-label={`${code.toUpperCase()} ${NAMES[code]}`}
          aria-pressed={code === language}
          className={styles.choice}
          onClick={() => chooseLanguage(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
