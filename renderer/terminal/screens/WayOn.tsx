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

/** There is nothing to say to them, or no way to: one reads them and goes on. */
const READ: readonly QuestionView['type'][] = [
  'note',
  'statement',
  'image',
  'audio',
  'video',
  'file',
  'osm',
  'signature',
];

/** Back, and on: one word for what going on means here. */
export function WayOn({ questions, typed, opening, say, send }: WayOnProps) {
  const said = ({ path, value }: QuestionView): boolean =>
    (typed[path] ?? '').trim() !== '' || (typed[path] === undefined && !isBlank(value));
  const alone = questions.length === 1;
  const text = alone && questions.some(({ type, readOnly }) => type === 'text' && !readOnly);
  const anything = questions.some(said);
  const required = questions.some((question) => question.required);
  const reads = questions.every(({ type, readOnly }) => readOnly || READ.includes(type));
  const refused = alone && questions.some(({ violation }) => violation !== undefined);
  const skips = alone && !required && !reads && (text || refused || !anything);
  const goes = !alone || text || anything || required || reads;
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
        {skips && (
          <Button
            lang={say.language}
            kind={goes ? 'quiet' : 'secondary'}
            className={styles.way}
            onClick={() => send({ type: 'skip' })}
          >
            {say('skip')}
          </Button>
        )}
        {goes && questions.length > 0 && (
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

const isBlank = (value: AnswerValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

function Arrow() {
  return (
    <svg className={styles.arrow} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M14.5 5 7.5 12l7 7" />
    </svg>
  );
}
