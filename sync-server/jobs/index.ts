export { askFor } from './claim.ts';
export { forgetExpired } from './forgetExpired.ts';
export { Worker } from './worker.ts';
export type { Job } from './worker.ts';
