import { makeWords } from '../makeWords.ts';
import de from './de.json';
import en from './en.json';
import lv from './lv.json';
import ru from './ru.json';

/** What questions need beside their own texts; loaded after the first screen. */
export const questionWords = makeWords({ en, ru, lv, de });
