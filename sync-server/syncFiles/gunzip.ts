import { constants, createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import type { Gunzip } from '../../formats/syncFile/index.ts';

/** Gives what is there of a stream that ends early, instead of throwing it away. */
export const gunzip: Gunzip = async function* (packed) {
  const source = Readable.from(packed);
  try {
    yield* source.pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })) as AsyncIterable<Buffer>;
  } finally {
    // Whoever stops reading lets go of the file: a pipe alone leaves its source open for good.
    source.destroy();
  }
};
