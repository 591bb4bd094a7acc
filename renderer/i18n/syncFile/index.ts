import { makeWords } from '../makeWords.ts';
import de from './de.json';
import en from './en.json';
import lv from './lv.json';
import ru from './ru.json';

/** What whoever carries responses away by hand reads on the hidden device page. */
export const syncFileWords = makeWords({ en, ru, lv, de });
