import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { consoleWords } from '../words/index.ts';
import type { FormReader } from '../reading/formReader.ts';
import type { ConsoleServer } from '../server/consoleServer.ts';
import { ConsoleContext } from './consoleContext.ts';
import { preferredLanguage, rememberLanguage, type Preferences } from './preferences.ts';

interface ConsoleProviderProps {
  readonly server: ConsoleServer;
  readonly readForms: FormReader;
  readonly preferences: Preferences;
  readonly browserLanguages: readonly string[];
  readonly children: ReactNode;
}

/** Hands the server and the chosen language to every screen, and tells the page which language it is in. */
export function ConsoleProvider({
  server,
  readForms,
  preferences,
  browserLanguages,
  children,
}: ConsoleProviderProps) {
  const [language, setLanguage] = useState(() => preferredLanguage(preferences, browserLanguages));
  const value = useMemo(
    () => ({
      server,
      readForms,
      language,
      say: consoleWords(language),
      chooseLanguage: (chosen: typeof language) => {
        rememberLanguage(preferences, chosen);
        setLanguage(chosen);
      },
    }),
    [server, readForms, language, preferences],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <ConsoleContext value={value}>{children}</ConsoleContext>;
}
