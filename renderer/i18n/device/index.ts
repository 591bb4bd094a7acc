import { makeWords } from '../makeWords.ts';
import de from './de.json';
import en from './en.json';
import lv from './lv.json';
import ru from './ru.json';

/** What whoever looks after the device reads on its hidden page. */
export const deviceWords = makeWords({ en, ru, lv, de });
export type DeviceSay = ReturnType<typeof deviceWords>;
