import { makeWords } from '../../i18n/makeWords.ts';
import de from './de.json';
import en from './en.json';
import lv from './lv.json';
import ru from './ru.json';

/** What head office reads around the numbers. */
export const consoleWords = makeWords({ en, ru, lv, de });
export type ConsoleSay = ReturnType<typeof consoleWords>;
export type ConsoleWord = Parameters<ConsoleSay>[0];
