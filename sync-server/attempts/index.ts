export { Attempts } from './attempts.ts';
