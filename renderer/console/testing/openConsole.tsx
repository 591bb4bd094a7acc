import { cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { ConsoleApp } from '../ConsoleApp.tsx';
import { addBrowserParts } from './browserParts.ts';
import { directFormReader } from './directFormReader.ts';
import { forgetfulPreferences } from './forgetfulPreferences.ts';
import { rehearsedServer, type Script } from './rehearsedServer.ts';

/** Once at the head of a test file: each of its tests begins with a browser that has nothing open, at this address. */
export function beginAt(hash: string): void {
  beforeAll(() => {
    addBrowserParts();
    // How fast a busy machine draws is no matter of these tests.
    configure({ asyncUtilTimeout: 20_000 });
  });
  beforeEach(() => {
    location.hash = hash;
  });
  afterEach(() => {
    cleanup();
    location.hash = '';
  });
}

/** The whole console over a rehearsed server, as if just opened. */
export function openConsole(changes: Partial<Script> = {}, languages: readonly string[] = ['en-GB']) {
  const rehearsed = rehearsedServer(changes);
  const preferences = forgetfulPreferences();
  render(
    <ConsoleApp
      server={rehearsed.server}
      readForms={directFormReader}
      preferences={preferences}
      browserLanguages={languages}
      nonce="a-nonce"
    />,
  );
  return { ...rehearsed, preferences };
}

export const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
