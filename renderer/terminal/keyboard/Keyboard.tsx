import { keyboardWords } from '../../i18n/keyboard/index.ts';
import type { InterfaceLanguage } from '../../i18n/languages.ts';
import type { Language } from '../../../core/questionnaire/index.ts';
import styles from './Keyboard.module.css';
import { Keys } from './Keys.tsx';
import { kindOf, useField } from './useField.ts';

interface KeyboardProps {
  /** Tells one screen from the next. */
  readonly screen: string | undefined;
  /** The screen asks for a text and nothing else. */
  readonly alone: boolean;
  /** Of the survey. */
  readonly languages: readonly Language[];
  readonly language: string;
  readonly interfaceLanguage: InterfaceLanguage;
}

/** Our own keys for whatever is written on the screen above, so that no terminal needs its system's. It keeps nothing of what is typed. */
export function Keyboard({ screen, alone, languages, language, interfaceLanguage }: KeyboardProps) {
  const { field, next, hide } = useField(screen, alone);
  if (field === undefined) return null;
  const kind = kindOf(field);
  const say = keyboardWords(interfaceLanguage);
  return (
    <section className={styles.keyboard} aria-label={say('keyboard')}>
      <Keys
        key={`${language} ${kind}`}
        field={field}
        next={next}
        kind={kind}
        languages={languages}
        language={language}
        say={say}
        hide={hide}
      />
    </section>
  );
}
