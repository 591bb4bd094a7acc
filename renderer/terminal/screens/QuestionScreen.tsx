import { memo, type ReactNode } from 'react';
import type { Language, QuestionView, Screen } from '../../../core/questionnaire/index.ts';
import type { TerminalSay } from '../../i18n/terminal/index.ts';
import type { QuestionProps } from '../../questions/questionProps.ts';
import { Frame } from '../frame/Frame.tsx';
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx';
import { Words } from '../frame/Words.tsx';
import type { KioskEvent, Shown } from '../kiosk/kiosk.ts';
import { AskedQuestion } from './AskedQuestion.tsx';
import styles from './QuestionScreen.module.css';
import { QuietLine } from './QuietLine.tsx';
import { WayOn } from './WayOn.tsx';

interface QuestionScreenProps {
  readonly place: string;
  readonly languages: readonly Language[];
  readonly shown: Shown;
  readonly typed: Readonly<Record<string, string>>;
  /** Nobody has begun yet: the screen that waits for people. */
  readonly first: boolean;
  readonly takesFocus: boolean;
  readonly say: TerminalSay;
  readonly send: (event: KioskEvent) => void;
}

const questionsOf = (screen: Screen): readonly QuestionView[] =>
  screen.kind === 'questions' ? screen.questions : [];

/** Drawn anew only when what it shows has changed: a touch that means nothing costs nothing. */
export const QuestionScreen = memo(function QuestionScreen(props: QuestionScreenProps) {
  const { place, languages, shown, typed, first, takesFocus, say, send } = props;
  const questions = questionsOf(shown.screen);
  const words = wordsFor(say);
  const opening = shown.position <= 1;
  return (
    <Frame
      place={place}
      aside={
        <LanguageSwitch
          languages={languages}
          current={shown.language}
          label={say('language')}
          onChoose={(language) => send({ type: 'language', language })}
        />
      }
      footer={
        opening && takesOneTap(questions) ? (
          <QuietLine say={say} />
        ) : (
          <WayOn questions={questions} typed={typed} opening={opening} say={say} send={send} />
        )
      }
    >
      <div
        className={styles.screen}
        key={questions[0]?.path}
        data-first={opening ? '' : undefined}
        data-waiting={first}
      >
        {questions.map((view, index) => (
          <AskedQuestion
            key={view.path}
            view={view}
            words={words}
            typed={typed[view.path]}
            said={shown.said}
            lead={leadFor(view, opening, say)}
            takesFocus={takesFocus && index === 0}
            say={say}
            send={send}
          />
        ))}
      </div>
    </Frame>
  );
});

/** One question that one tap answers: it needs no way on. */
const takesOneTap = (questions: readonly QuestionView[]): boolean =>
  questions.length === 1 && questions.every(({ type, required }) => type === 'smiley' && required);

function leadFor(view: QuestionView, opening: boolean, say: TerminalSay): ReactNode {
  if (view.hint !== undefined) return view.hint;
  if (view.type === 'smiley' && opening) return <Words say={say} text="oneTap" />;
  return view.type === 'select_multiple' ? <Words say={say} text="severalPossible" /> : undefined;
}

const wordsFor = (say: TerminalSay): QuestionProps['words'] => ({
  cannotBeShown: say('unknownQuestion'),
  faces: [say('faces.1'), say('faces.2'), say('faces.3'), say('faces.4'), say('faces.5')],
});
