import { createContext, use } from 'react';
import type { InterfaceLanguage } from '../../i18n/languages.ts';
import type { FormReader } from '../reading/formReader.ts';
import type { ConsoleServer } from '../server/consoleServer.ts';
import type { ConsoleSay } from '../words/index.ts';

interface ConsoleSettings {
  readonly server: ConsoleServer;
  readonly readForms: FormReader;
  readonly language: InterfaceLanguage;
  readonly say: ConsoleSay;
  readonly chooseLanguage: (language: InterfaceLanguage) => void;
}

export const ConsoleContext = createContext<ConsoleSettings | null>(null);

export function useConsole(): ConsoleSettings {
  const settings = use(ConsoleContext);
  if (settings === null) throw new Error('a screen of the console was drawn outside ConsoleProvider');
  return settings;
}
