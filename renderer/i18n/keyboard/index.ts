import { makeWords, type WordKey } from '../makeWords.ts';
import de from './de.json';
import en from './en.json';
import lv from './lv.json';
import ru from './ru.json';

/** The names of keys, for the ear and for the eye. */
export const keyboardWords = makeWords({ en, ru, lv, de });
export type KeyboardSay = ReturnType<typeof keyboardWords>;
export type KeyboardWord = WordKey<typeof en>;
