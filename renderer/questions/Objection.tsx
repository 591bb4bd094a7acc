import { use } from 'react';
import type { QuestionView } from '../../core/questionnaire/index.ts';
import { Button } from '../ui/Button.tsx';
import { RichText } from '../ui/RichText.tsx';
import styles from './Objection.module.css';
import { problemWord } from './problemWord.ts';
import type { QuestionWords } from './questionProps.ts';

interface ObjectionProps {
  readonly id: string;
  readonly view: QuestionView;
  readonly words: QuestionWords;
  readonly onConfirm: () => void;
}

/** What is to be mended before going on, or what is so unusual that it should be said twice. */
export function Objection({ id, view, words, onConfirm }: ObjectionProps) {
  const say = use(words.later);
  const { violation, warning } = view;
  if (violation !== undefined) {
    const { word, limit } = problemWord(view, violation);
    return (
      <p id={id} role="alert" className={styles.mend}>
        <Sign />
        {violation.message === undefined ? (
          <bdi lang={say.language}>{say(word, { limit })}</bdi>
        ) : (
          <bdi>
            <RichText text={violation.message} />
          </bdi>
        )}
      </p>
    );
  }
  if (warning === undefined || warning.reason !== undefined) return null;
  return (
    <div className={styles.warning}>
      <p id={id} role="alert" className={styles.words}>
        <Sign />
        {warning.message === undefined ? (
          <bdi lang={say.language}>{say('warning')}</bdi>
        ) : (
          <bdi>
            <RichText text={warning.message} />
          </bdi>
        )}
      </p>
      <Button lang={say.language} className={styles.keep} onClick={onConfirm}>
        {say('keepAnswer')}
      </Button>
    </div>
  );
}

function Sign() {
  return (
    <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 7v6M12 16.4v.1" />
    </svg>
  );
}
