import type { AnswerValue, QuestionView } from '../../../core/questionnaire/index.ts';
import type { TerminalSay } from '../../i18n/terminal/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { KioskEvent } from '../kiosk/kiosk.ts';
import styles from './WayOn.module.css';

interface WayOnProps {
  readonly questions: readonly QuestionView[];
  readonly typed: Readonly<Record<string, string>>;
  readonly opening: boolean;
  readonly say: TerminalSay;
  readonly send: (event: KioskEvent) => void;
}

/** Back, and on: one word for what going on means here. */
export function WayOn({ questions, typed, opening, say, send }: WayOnProps) {
  const written = questions.some(({ path, value }) => (typed[path] ?? textOf(value)).trim() !== '');
  const text = questions.some(({ type }) => type === 'text');
  const anything = written || questions.some(({ value }) => !isBlank(value));
  const required = questions.some((question) => question.required);
  return (
    <>
      {opening ? (
        <span />
      ) : (
        <Button
          lang={say.language}
          kind="quiet"
          className={`${styles.way} ${styles.back}`}
          onClick={() => send({ type: 'back' })}
        >
          <Arrow />
          {say('back')}
        </Button>
      )}
      <div className={styles.on}>
        {(text || !anything) && !required && (
          <Button
            lang={say.language}
            kind={text ? 'quiet' : 'secondary'}
            className={styles.way}
            onClick={() => send({ type: 'skip' })}
          >
            {say('skip')}
          </Button>
        )}
        {(text || anything || required) && (
          <Button
            lang={say.language}
            kind="primary"
            className={styles.way}
            disabled={text && !anything && !required}
            onClick={() => send({ type: 'next' })}
          >
            {say(text ? 'send' : 'next')}
          </Button>
        )}
      </div>
    </>
  );
}

const textOf = (value: AnswerValue): string => (typeof value === 'string' ? value : '');

const isBlank = (value: AnswerValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

function Arrow() {
  return (
    <svg className={styles.arrow} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M14.5 5 7.5 12l7 7" />
    </svg>
  );
}
