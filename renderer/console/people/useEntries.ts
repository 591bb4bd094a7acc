import { useState, type SyntheticEvent } from 'react';
import { useConsole } from '../settings/consoleContext.ts';
import type { Entries, Missing } from './checkEntries.ts';

const BLANK: Entries = { name: '', email: '', password: '' };

/** The state of an entrance form: complaints come when it is sent, and go as soon as the entry is mended. */
export function useEntries(check: (entries: Entries) => Missing, send: (entries: Entries) => void) {
  const { say } = useConsole();
  const [entries, setEntries] = useState(BLANK);
  const [sent, setSent] = useState(false);
  const missing = sent ? check(entries) : {};
  return {
    entries,
    enter: (name: keyof Entries) => (value: string) => setEntries((before) => ({ ...before, [name]: value })),
    complaint: (name: keyof Entries): string | undefined => {
      const word = missing[name];
      return word === undefined ? undefined : say(word);
    },
    submit: (event: SyntheticEvent) => {
      event.preventDefault();
      setSent(true);
      if (Object.keys(check(entries)).length === 0) {
        send({ ...entries, name: entries.name.trim(), email: entries.email.trim() });
      }
    },
  };
}
