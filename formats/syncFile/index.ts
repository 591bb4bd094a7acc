export { makeKeyPair, recipientOf } from './keys.ts';
export { readSyncFile } from './readSyncFile.ts';
export type { FileEvent, SyncFilePorts, Verify } from './readSyncFile.ts';
export type { Gunzip, Stop } from './openContainer.ts';
export { writeSyncFile } from './writeSyncFile.ts';
export type { FileBatch } from './writeSyncFile.ts';
