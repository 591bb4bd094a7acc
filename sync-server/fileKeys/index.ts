export { DamagedKey, RECOVERY_IDENTITY, openFileKeys } from './openFileKeys.ts';
export type { ServerFileKeys } from './openFileKeys.ts';
