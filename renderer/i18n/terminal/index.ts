import { makeWords } from '../makeWords.ts';
import de from './de.json';
import en from './en.json';
import lv from './lv.json';
import ru from './ru.json';

/** What respondents read around the questions. */
export const terminalWords = makeWords({ en, ru, lv, de });
export type TerminalSay = ReturnType<typeof terminalWords>;
