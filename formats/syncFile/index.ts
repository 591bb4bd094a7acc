export { makeKeyPair, recipientOf } from './keys.ts';
export type { KeyPair } from './keys.ts';
export { readSyncFile } from './readSyncFile.ts';
export type { FileEvent } from './readSyncFile.ts';
export type { Digest, SyncFilePorts, Verify } from './openFile.ts';
export type { Gunzip, Stop } from './openContainer.ts';
export { writeSyncFile } from './writeSyncFile.ts';
export type { FileAttachment, FileBatch } from './writeSyncFile.ts';
