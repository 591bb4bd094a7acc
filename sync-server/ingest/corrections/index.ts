export { asTreated } from './asTreated.ts';
export { correctionsOf, noteCorrection } from './correctionRows.ts';
export { readDecisions } from './readDecisions.ts';
export type { Correction } from './correction.ts';
export type { Treatment } from './treatment.ts';
