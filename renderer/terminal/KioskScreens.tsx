import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { assertNever } from '../../core/kernel/index.ts';
import type { EnrolledDevice } from '../data/readEnrolment.ts';
import { Frame } from './frame/Frame.tsx';
import { interfaceLanguage, textDirection } from '../i18n/languages.ts';
import { terminalWords } from '../i18n/terminal/index.ts';
import type { Standing } from './kiosk/kiosk.ts';
import type { OpenKiosk } from './kiosk/openKiosk.ts';
import { readLanguages } from './kiosk/readLanguages.ts';
import { OutOfService } from './OutOfService.tsx';
import { KeepingScreen } from './screens/KeepingScreen.tsx';
import { NotKeptScreen } from './screens/NotKeptScreen.tsx';
import { QuestionScreen } from './screens/QuestionScreen.tsx';
import { ThanksScreen } from './screens/ThanksScreen.tsx';
import { useTheme } from './useTheme.ts';

const SleepScreen = lazy(async () => ({ default: (await import('./screens/SleepScreen.tsx')).SleepScreen }));

const StillThere = lazy(async () => ({ default: (await import('./screens/StillThere.tsx')).StillThere }));

interface KioskScreensProps {
  readonly device: EnrolledDevice;
  readonly kiosk: OpenKiosk;
  /** Something else is in front. */
  readonly hidden: boolean;
}

/** Draws where the kiosk stands. */
export function KioskScreens({ device, kiosk, hidden }: KioskScreensProps) {
  const state = useStore(kiosk.store);
  // A page that has just been opened leaves the focus alone.
  const [begun, setBegun] = useState(false);
  if (!begun && state.at !== 'first' && state.at !== 'starting') setBegun(true);
  const { definition } = device.survey;
  const languages = useMemo(() => readLanguages(definition), [definition]);
  const language = languageOf(state) ?? languages.usual;
  useDocumentLanguage(language, languages.all.find(({ code }) => code === language)?.direction);
  useTheme(definition);
  useTouches(kiosk);
  const say = useMemo(
    () => terminalWords(interfaceLanguage(language, languages.usual)),
    [language, languages],
  );
  const common = { place: device.touchpoint.name, say, send: kiosk.send };
  const asks = state.at === 'first' || state.at === 'asking';
  const asking = state.at === 'asking' ? state : undefined;
  return (
    <div inert={hidden}>
      <div inert={asking?.secondsLeft !== undefined}>
        {asks && (
          <QuestionScreen
            {...common}
            languages={languages.all}
            shown={state.shown}
            typed={asking?.sitting.typed ?? NOTHING_TYPED}
            first={state.at === 'first'}
            takesFocus={begun}
          />
        )}
        {state.at === 'starting' && <Frame place={common.place} busy />}
        {state.at === 'broken' && <OutOfService say={say} detail={state.detail} />}
        {state.at === 'keeping' && <KeepingScreen {...common} />}
        {state.at === 'notKept' && <NotKeptScreen {...common} reason={state.reason} />}
        {state.at === 'thanks' && <ThanksScreen {...common} />}
        {state.at === 'asleep' && (
          <Suspense>
            <SleepScreen
              say={say}
              told={state.told !== undefined}
              opensAt={state.told?.opensAt}
              timezone={device.touchpoint.timezone}
            />
          </Suspense>
        )}
      </div>
      {asking?.secondsLeft !== undefined && (
        <Suspense>
          <StillThere
            secondsLeft={asking.secondsLeft}
            said={asking.draft !== undefined}
            say={say}
            onStay={() => kiosk.send({ type: 'touch' })}
          />
        </Suspense>
      )}
    </div>
  );
}

const NOTHING_TYPED = {};

function languageOf(state: Standing): string | undefined {
  switch (state.at) {
    case 'first':
    case 'asking':
      return state.shown.language;
    case 'keeping':
    case 'notKept':
      return state.response.language;
    case 'thanks':
      return state.language;
    case 'asleep':
    case 'starting':
    case 'broken':
      return undefined;
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
