import { useEffect, useState } from 'react';
import type { Result } from '../../../core/kernel/index.ts';
import { enrolmentWords } from '../../i18n/enrolment/index.ts';
import { INTERFACE_LANGUAGES, interfaceLanguage } from '../../i18n/languages.ts';
import { showPresses } from '../../ui/showPresses.ts';
import { Frame } from '../frame/Frame.tsx';
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx';
import { EnterCode } from './EnterCode.tsx';
import type { EnrolFailure } from './enrolFailure.ts';
import { NotEnrolled } from './NotEnrolled.tsx';
import { readCode } from './readCode.ts';
import '../terminal.css';
import { Working } from './Working.tsx';

type Standing =
  | { readonly at: 'entering' }
  | { readonly at: 'working'; readonly code: string }
  | { readonly at: 'failed'; readonly text: string; readonly failure: EnrolFailure };

const ENTERING: Standing = { at: 'entering' };

function begin(text: string): Standing {
  const code = readCode(text);
  if (code !== null) return { at: 'working', code };
  return { at: 'failed', text, failure: { kind: 'codeUnreadable', detail: '' } };
}

interface EnrolmentProps {
  /** From the link that opened the page. */
  readonly code: string | undefined;
  /** Succeeds by making the device an enrolled one, which whoever shows this screen sees for itself. */
  readonly enrol: (code: string) => Promise<Result<unknown, EnrolFailure>>;
}

const NAMES = { en: 'English', ru: 'Русский', lv: 'Latviešu', de: 'Deutsch' } as const;
const LANGUAGES = INTERFACE_LANGUAGES.map((code) => ({ code, name: NAMES[code] }));

/** A device that belongs to nobody yet: how to connect it, what is happening, and what to do when it failed. */
export function Enrolment({ code, enrol }: EnrolmentProps) {
  const [language, setLanguage] = useState(() => interfaceLanguage(...navigator.languages));
  const [standing, setStanding] = useState<Standing>(() => (code === undefined ? ENTERING : begin(code)));
  const say = enrolmentWords(language);

  useEffect(() => {
    if (standing.at !== 'working') return undefined;
    let shown = true;
    void enrol(standing.code).then((enrolled) => {
      if (shown && !enrolled.ok) setStanding({ at: 'failed', text: standing.code, failure: enrolled.error });
    });
    return () => {
      shown = false;
    };
  }, [standing, enrol]);
  useEffect(() => showPresses(document.documentElement), []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = 'ltr';
  }, [language]);

  return (
    <Frame
      place="Earshot"
      busy={standing.at === 'working'}
      aside={
        <LanguageSwitch
          languages={LANGUAGES}
          current={language}
          label={say('language')}
          onChoose={(chosen) => setLanguage(interfaceLanguage(chosen))}
        />
      }
    >
      {standing.at === 'entering' && <EnterCode say={say} onCode={(text) => setStanding(begin(text))} />}
      {standing.at === 'working' && <Working say={say} />}
      {standing.at === 'failed' && (
        <NotEnrolled
          failure={standing.failure}
          say={say}
          onAgain={() => setStanding(begin(standing.text))}
          onOther={() => setStanding(ENTERING)}
        />
      )}
    </Frame>
  );
}
