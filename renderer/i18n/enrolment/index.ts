import { makeWords } from '../makeWords.ts';
import de from './de.json';
import en from './en.json';
import lv from './lv.json';
import ru from './ru.json';

/** What whoever sets up a device reads until it is enrolled. */
export const enrolmentWords = makeWords({ en, ru, lv, de });
export type EnrolmentSay = ReturnType<typeof enrolmentWords>;
