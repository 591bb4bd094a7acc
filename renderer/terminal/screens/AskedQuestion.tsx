import type { ReactNode } from 'react';
import type { QuestionView } from '../../../core/questionnaire/index.ts';
import type { TerminalSay } from '../../i18n/terminal/index.ts';
import type { QuestionWords } from '../../questions/questionProps.ts';
import { AnyQuestion } from '../../questions/AnyQuestion.tsx';
import { Heading } from '../frame/Heading.tsx';
import { Words } from '../frame/Words.tsx';
import type { KioskEvent, Shown } from '../kiosk/kiosk.ts';
import styles from './QuestionScreen.module.css';
import { Said } from './Said.tsx';

interface AskedQuestionProps {
  readonly view: QuestionView;
  readonly words: QuestionWords;
  readonly typed: string | undefined;
  readonly said: Shown['said'];
  /** A line below the question: its hint, or how to answer. */
  readonly lead: ReactNode;
  readonly takesFocus: boolean;
  readonly say: TerminalSay;
  readonly send: (event: KioskEvent) => void;
}

/** A question with its words, its answers and, when it was refused, what to mend. */
export function AskedQuestion({ view, words, typed, said, lead, takesFocus, say, send }: AskedQuestionProps) {
  const labelId = `asks${view.path.replaceAll('/', '-')}`;
  return (
    <section className={styles.question} data-type={view.type}>
      <div className={styles.words}>
        {said !== undefined && <Said said={said} label={say('yourAnswer')} />}
        <Heading id={labelId} text={view.label} takesFocus={takesFocus} />
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {view.violation !== undefined && (
        <p className={styles.mend} role="alert">
          {view.violation.message ?? (
            <Words say={say} text={view.violation.kind === 'required' ? 'mend.required' : 'mend.other'} />
          )}
        </p>
      )}
      <AnyQuestion
        view={view}
        labelId={labelId}
        words={words}
        typed={typed}
        onAnswer={(value, given) => send({ type: 'answer', path: view.path, value, ...given })}
        onType={(text) => send({ type: 'type', path: view.path, text })}
      />
    </section>
  );
}
