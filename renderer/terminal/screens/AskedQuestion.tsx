import { lazy, Suspense, type ReactNode } from 'react';
import type { QuestionView } from '../../../core/questionnaire/index.ts';
import type { TerminalSay } from '../../i18n/terminal/index.ts';
import { AnyQuestion } from '../../questions/AnyQuestion.tsx';
import type { QuestionWords } from '../../questions/questionProps.ts';
import { standsBeside } from '../../questions/standsBeside.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Heading } from '../frame/Heading.tsx';
import type { KioskEvent, Shown } from '../kiosk/kiosk.ts';
import styles from './AskedQuestion.module.css';
import { Said } from './Said.tsx';

const Objection = lazy(async () => ({ default: (await import('../../questions/later.ts')).Objection }));

interface AskedQuestionProps {
  readonly view: QuestionView;
  readonly words: QuestionWords;
  readonly typed: string | undefined;
  readonly said: Shown['said'];
  /** A line below the question: its hint, or how to answer. */
  readonly lead: ReactNode;
  /** It has the screen to itself. */
  readonly alone: boolean;
  readonly language: string;
  readonly takesFocus: boolean;
  readonly say: TerminalSay;
  readonly send: (event: KioskEvent) => void;
}

const ROW = ['label', 'list-nolabel', 'list'];

/** A question with its words, its answers and, when it was refused, what to mend. */
export function AskedQuestion(props: AskedQuestionProps) {
  const { view, words, typed, said, lead, alone, language, takesFocus, say, send } = props;
  const id = view.path.replaceAll(/[^\w-]/g, '-');
  const [labelId, leadId, mendId] = [`asks${id}`, `lead${id}`, `mend${id}`];
  const objects = view.violation !== undefined || view.warning !== undefined;
  const described = [lead === undefined ? '' : leadId, objects ? mendId : ''].filter((part) => part !== '');
  const label = view.label === '' ? (view.hint ?? view.name) : view.label;
  return (
    <section
      className={styles.question}
      data-type={view.type}
      data-alone={alone ? '' : undefined}
      data-beside={alone && standsBeside(view) ? '' : undefined}
      data-row={view.appearance.some((word) => ROW.includes(word)) ? '' : undefined}
    >
      <div className={styles.words}>
        {said !== undefined && <Said said={said} label={say('yourAnswer')} />}
        {alone ? (
          <Heading id={labelId} text={label} takesFocus={takesFocus} />
        ) : (
          <h2 id={labelId} className={styles.heading}>
            <RichText text={label} />
          </h2>
        )}
        {lead !== undefined && (
          <p id={leadId} className={styles.lead}>
            {lead}
          </p>
        )}
        {view.guidanceHint !== undefined && <Guidance text={view.guidanceHint} say={say} />}
        {objects && (
          <Suspense>
            <Objection
              id={mendId}
              view={view}
              words={words}
              onConfirm={() => send({ type: 'confirm', path: view.path })}
            />
          </Suspense>
        )}
      </div>
      <div className={styles.answers}>
        <AnyQuestion
          view={view}
          labelId={labelId}
          describedBy={described.length === 0 ? undefined : described.join(' ')}
          alone={alone}
          language={language}
          words={words}
          typed={typed}
          onAnswer={(value, given) => send({ type: 'answer', path: view.path, value, ...given })}
          onType={(text) => send({ type: 'type', path: view.path, text })}
        />
      </div>
    </section>
  );
}

function Guidance({ text, say }: { readonly text: string; readonly say: TerminalSay }) {
  return (
    <details className={styles.guidance}>
      <summary lang={say.language}>{say('moreAbout')}</summary>
      <RichText text={text} />
    </details>
  );
}
