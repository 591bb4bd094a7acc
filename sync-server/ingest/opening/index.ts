export { noteUnopened } from './noteUnopened.ts';
export { readOpened } from './readOpened.ts';
