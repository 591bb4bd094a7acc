import type { Environment } from '../context.ts';
import { toNumber } from './toNumber.ts';

/** The number of a text here and now: dates are counted as `daysOf` does. */
export const textNumber = (text: string, { timeZone, collect }: Environment): number =>
  toNumber(text, timeZone, collect === true ? 'local' : 'UTC');
