export { Allowance } from './allowance.ts';
export { Attempts } from './attempts.ts';
