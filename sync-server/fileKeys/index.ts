export { DamagedKey, openFileKeys } from './openFileKeys.ts';
export type { ServerFileKeys } from './openFileKeys.ts';
