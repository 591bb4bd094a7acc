import type { Preferences } from '../settings/preferences.ts';

/** Remembers for as long as the test lives. */
export function forgetfulPreferences(kept: Readonly<Record<string, string>> = {}): Preferences {
  const known = new Map(Object.entries(kept));
  return {
    read: (name) => known.get(name) ?? null,
    write: (name, value) => void known.set(name, value),
  };
}
