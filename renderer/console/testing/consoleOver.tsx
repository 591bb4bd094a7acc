import type { ReactElement } from 'react';
import { ConsoleApp } from '../ConsoleApp.tsx';
import type { ConsoleServer } from '../server/consoleServer.ts';
import type { Preferences } from '../settings/preferences.ts';

/** The whole console over a rehearsed server; begins as if just opened. */
export function consoleOver(
  server: ConsoleServer,
  preferences: Preferences,
  languages: readonly string[],
): ReactElement {
  return (
    <ConsoleApp server={server} preferences={preferences} browserLanguages={languages} nonce="a-nonce" />
  );
}
