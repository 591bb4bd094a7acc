import { useEffect } from 'react';
import { useStore } from 'zustand';
import { assertNever } from '../../core/kernel/index.ts';
import type { EnrolledDevice } from '../data/readEnrolment.ts';
import { interfaceLanguage, textDirection } from '../i18n/languages.ts';
import { terminalWords } from '../i18n/terminal/index.ts';
import type { Kiosk, KioskSetting } from './kiosk/kiosk.ts';
import type { OpenKiosk } from './kiosk/openKiosk.ts';
import { KeepingScreen } from './screens/KeepingScreen.tsx';
import { NotKeptScreen } from './screens/NotKeptScreen.tsx';
import { QuestionScreen } from './screens/QuestionScreen.tsx';
import { StillThere } from './screens/StillThere.tsx';
import { ThanksScreen } from './screens/ThanksScreen.tsx';

interface KioskScreensProps {
  readonly device: EnrolledDevice;
  readonly setting: KioskSetting;
  readonly kiosk: OpenKiosk;
  /** Something else is in front. */
  readonly hidden: boolean;
}

/** Draws where the kiosk stands. */
export function KioskScreens({ device, setting, kiosk, hidden }: KioskScreensProps) {
  const state = useStore(kiosk.store);
  const language = languageOf(state);
  const { definition } = setting.questionnaire;
  useDocumentLanguage(language, definition.languages.find(({ code }) => code === language)?.direction);
  useTouches(kiosk);
  const say = terminalWords(interfaceLanguage(language, definition.defaultLanguage));
  const common = { place: device.touchpoint.name, say, send: kiosk.send };
  const asks = state.at === 'first' || state.at === 'asking';
  const asking = state.at === 'asking' ? state : undefined;
  return (
    <div inert={hidden}>
      <div inert={asking?.secondsLeft !== undefined}>
        {asks && (
          <QuestionScreen
            {...common}
            languages={definition.languages}
            shown={state.shown}
            typed={asking?.sitting.typed ?? NOTHING_TYPED}
            first={state.at === 'first'}
            takesFocus={state !== kiosk.store.getInitialState()}
          />
        )}
        {state.at === 'keeping' && <KeepingScreen {...common} />}
        {state.at === 'notKept' && <NotKeptScreen {...common} reason={state.reason} />}
        {state.at === 'thanks' && <ThanksScreen {...common} />}
      </div>
      {asking?.secondsLeft !== undefined && (
        <StillThere
          secondsLeft={asking.secondsLeft}
          said={asking.draft !== undefined}
          say={say}
          onStay={() => kiosk.send({ type: 'touch' })}
        />
      )}
    </div>
  );
}

const NOTHING_TYPED = {};

function languageOf(state: Kiosk): string {
  switch (state.at) {
    case 'first':
    case 'asking':
      return state.shown.language;
    case 'keeping':
    case 'notKept':
      return state.response.language;
    case 'thanks':
      return state.language;
    default:
      return assertNever(state);
  }
}

function useDocumentLanguage(language: string, declared: 'ltr' | 'rtl' | undefined): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = textDirection(language, declared);
  }, [language, declared]);
}

/** Whatever is touched, somebody is there. */
function useTouches({ send }: OpenKiosk): void {
  useEffect(() => {
    const ended = new AbortController();
    const touched = (): void => send({ type: 'touch' });
    addEventListener('pointerdown', touched, { signal: ended.signal, passive: true });
    addEventListener('keydown', touched, { signal: ended.signal });
    return () => ended.abort();
  }, [send]);
}
