import { lazy, memo, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { Language, QuestionView, Screen } from '../../../core/questionnaire/index.ts';
import type { TerminalSay } from '../../i18n/terminal/index.ts';
import type { QuestionWords } from '../../questions/questionProps.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Frame } from '../frame/Frame.tsx';
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx';
import { Words } from '../frame/Words.tsx';
import type { KioskEvent, Shown } from '../kiosk/kiosk.ts';
import { AskedQuestion } from './AskedQuestion.tsx';
import { laterWords } from './laterWords.ts';
import styles from './QuestionScreen.module.css';
import { QuietLine } from './QuietLine.tsx';
import { SectionWords } from './SectionWords.tsx';
import { WayOn } from './WayOn.tsx';

const Keyboard = lazy(async () => ({ default: (await import('../keyboard/Keyboard.tsx')).Keyboard }));
const RepeatScreen = lazy(async () => ({ default: (await import('./repeats.ts')).RepeatScreen }));

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

/** So far into the questionnaire, questions follow up on the face that was tapped. */
const FOLLOW_UPS = 4;

const questionsOf = (screen: Screen): readonly QuestionView[] =>
  screen.kind === 'questions' ? screen.questions : [];

/** Drawn anew only when what it shows has changed: a touch that means nothing costs nothing. */
export const QuestionScreen = memo(function QuestionScreen(props: QuestionScreenProps) {
  const { place, languages, shown, typed, first, say, send } = props;
  const { screen } = shown;
  const questions = questionsOf(screen);
  const opening = shown.position <= 1;
  const later = useLater(say);
  const screenKey = screen.kind === 'repeat' ? `${screen.path} ${String(screen.count)}` : questions[0]?.path;
  return (
    <>
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
          key={screenKey}
          data-first={opening ? '' : undefined}
          data-waiting={first}
        >
          <WhatIsAsked {...props} opening={opening} />
        </div>
      </Frame>
      {later && (
        <Suspense>
          <Keyboard
            screen={screenKey}
            alone={questions.length === 1 && questions.every(isText)}
            languages={languages}
            language={shown.language}
            interfaceLanguage={say.language}
          />
        </Suspense>
      )}
    </>
  );
});

function WhatIsAsked(props: QuestionScreenProps & { readonly opening: boolean }) {
  const { shown, typed, opening, takesFocus, say, send } = props;
  const { screen } = shown;
  const words = wordsFor(say);
  if (screen.kind === 'end') return null;
  if (screen.kind === 'repeat') {
    return (
      <Suspense>
        <RepeatScreen screen={screen} words={words} takesFocus={takesFocus} send={send} />
      </Suspense>
    );
  }
  const { questions, sections } = screen;
  const alone = questions.length === 1;
  return (
    <>
      <SectionWords sections={sections} heads={!alone} takesFocus={takesFocus} words={words} send={send} />
      {questions.map((view) => (
        <AskedQuestion
          key={view.path}
          view={view}
          words={words}
          typed={typed[view.path]}
          said={alone && shown.position <= FOLLOW_UPS ? shown.said : undefined}
          lead={leadFor(view, opening, say)}
          alone={alone}
          language={shown.language}
          takesFocus={takesFocus}
          say={say}
          send={send}
        />
      ))}
    </>
  );
}

/** Fetches what later screens are drawn with, once this one is there. */
function useLater({ language }: TerminalSay): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLater(true);
      // What is not there now is asked for again by the screen that needs it.
      void Promise.all([import('../../questions/later.ts'), laterWords(language)]).catch(() => undefined);
    });
    return () => clearTimeout(timer);
  }, [language]);
  return later;
}

/** It has nothing to tap but a field to write in. */
const isText = ({ type }: QuestionView): boolean => type === 'text' || type === 'email-address';

/** One question that one tap answers: it needs no way on. */
const takesOneTap = (questions: readonly QuestionView[]): boolean =>
  questions.length === 1 && questions.every(({ type, required }) => type === 'smiley' && required);

function leadFor(view: QuestionView, opening: boolean, say: TerminalSay): ReactNode {
  if (view.hint !== undefined && view.label !== '') return <RichText text={view.hint} />;
  if (view.type === 'smiley' && opening) return <Words say={say} text="oneTap" />;
  return view.type === 'select_multiple' ? <Words say={say} text="severalPossible" /> : undefined;
}

const wordsFor = (say: TerminalSay): QuestionWords => ({
  cannotBeShown: say('unknownQuestion'),
  faces: [say('faces.1'), say('faces.2'), say('faces.3'), say('faces.4'), say('faces.5')],
  later: laterWords(say.language),
});
