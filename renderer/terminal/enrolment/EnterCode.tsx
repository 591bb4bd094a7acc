import { useState } from 'react';
import type { EnrolmentSay } from '../../i18n/enrolment/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../frame/Heading.tsx';
import styles from './Enrolment.module.css';

interface EnterCodeProps {
  readonly say: EnrolmentSay;
  readonly onCode: (text: string) => void;
}

const STEPS = ['step.1', 'step.2', 'step.3'] as const;

export function EnterCode({ say, onCode }: EnterCodeProps) {
  const [text, setText] = useState('');
  return (
    <div className={styles.screen}>
      <Heading text={say('title')} takesFocus={false} />
      <p className={styles.lead}>{say('lead')}</p>
      <ol className={styles.steps}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            {say(step)}
          </li>
        ))}
      </ol>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onCode(text);
        }}
      >
        <label className={styles.label}>
          {say('code')}
          <input
            className={styles.input}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            dir="ltr"
          />
        </label>
        <Button kind="primary" type="submit" className={styles.connect} disabled={text.trim() === ''}>
          {say('connect')}
        </Button>
      </form>
    </div>
  );
}
