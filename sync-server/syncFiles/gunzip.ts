import { constants, createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import type { Gunzip } from '../../formats/syncFile/index.ts';

/** Gives what is there of a stream that ends early, instead of throwing it away. */
export const gunzip: Gunzip = (packed) =>
  Readable.from(packed).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }));
