export { csat, emptyDistribution, foldAnswer } from './csat.ts';
export type { Csat, Distribution } from './csat.ts';
export type { Interval } from './wilson.ts';
