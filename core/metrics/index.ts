export { csat, emptyDistribution, foldAnswer } from './csat.ts';
export type { Csat, Distribution } from './csat.ts';
export { Z95, wilsonInterval } from './wilson.ts';
export type { Interval } from './wilson.ts';
