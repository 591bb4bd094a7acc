import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { interfaceLanguage, type InterfaceLanguage } from '../../i18n/languages.ts';

/** What this browser remembers of a person's taste; nothing is lost where it cannot. */
export interface Preferences {
  read(name: string): string | null;
  write(name: string, value: string): void;
}

const LANGUAGE = 'console.language';
const APPEARANCE = 'console.appearance';

/** The language chosen last, else the first of the browser's that the interface has, else English. */
export const preferredLanguage = (preferences: Preferences, browser: readonly string[]): InterfaceLanguage =>
  interfaceLanguage(preferences.read(LANGUAGE) ?? '', ...browser);

export const rememberLanguage = (preferences: Preferences, language: InterfaceLanguage): void =>
  preferences.write(LANGUAGE, language);

const isAppearance = (value: unknown): value is MantineColorScheme =>
  value === 'light' || value === 'dark' || value === 'auto';

/** Light, dark or as the system, kept where the other preferences are. */
export function appearanceIn(preferences: Preferences): MantineColorSchemeManager {
  return {
    get: (otherwise) => {
      const kept = preferences.read(APPEARANCE);
      return isAppearance(kept) ? kept : otherwise;
    },
    set: (value) => preferences.write(APPEARANCE, value),
    clear: () => preferences.write(APPEARANCE, 'auto'),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
  };
}
