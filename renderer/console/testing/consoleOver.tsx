import type { ReactElement } from 'react';
import { ConsoleApp } from '../ConsoleApp.tsx';
import type { FormReader } from '../reading/formReader.ts';
import type { ConsoleServer } from '../server/consoleServer.ts';
import { directFormReader } from './directFormReader.ts';
import type { Preferences } from '../settings/preferences.ts';

/** The whole console over a rehearsed server; begins as if just opened. */
export function consoleOver(
  server: ConsoleServer,
  preferences: Preferences,
  languages: readonly string[],
  readForms: FormReader = directFormReader,
): ReactElement {
  return (
    <ConsoleApp
      server={server}
      readForms={readForms}
      preferences={preferences}
      browserLanguages={languages}
      nonce="a-nonce"
    />
  );
}
