export { attempt } from './attempt.ts';
export { moveBackupHorizon, readBackupHorizon } from './backupHorizon.ts';
export { TENANT, openStore } from './openStore.ts';
export type { Store, Tx } from './openStore.ts';
export type { Tables } from './tables.ts';
export { addToCounters, insertRows } from './insertRows.ts';
export { inList } from './inList.ts';
export { isStoreTrouble } from './isStoreTrouble.ts';
