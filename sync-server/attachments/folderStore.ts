import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lengthOf } from '../http/index.ts';
import type { AttachmentStore } from './attachmentStore.ts';
import { nameOf, sha256In } from './nameOf.ts';

/** Attachments in folders by the first two digits of their hash. A file has its final name only when it is whole and on the disk. */
export function folderStore(folder: string): AttachmentStore {
  const placeOf = (sha256: string): string => join(folder, nameOf(sha256));
  return {
    size: (sha256) => lengthOf(placeOf(sha256)),
    take: async (sha256, path) => {
      const place = placeOf(sha256);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await syncToDisk(path);
      await rename(path, place);
      // The name lasts only when its folder, and that folder's name, are on the disk as well.
      await syncToDisk(dirname(place));
      await syncToDisk(folder);
    },
    read: async (sha256) => {
      const place = placeOf(sha256);
      return (await lengthOf(place)) === null ? null : createReadStream(place);
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    list: async function* () {
      for (const place of await namesIn(folder))
        if (/^[0-9a-f]{2}$/.test(place))
          for (const name of await namesIn(join(folder, place))) {
            const sha256 = sha256In(`${place}/${name}`);
            if (sha256 !== null) yield sha256;
          }
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
