import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lengthOf } from '../http/index.ts';
import type { AttachmentStore } from './attachmentStore.ts';

/** Attachments in folders by the first two digits of their hash. A file has its final name only when it is whole and on the disk. */
export function folderStore(folder: string): AttachmentStore {
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
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
  };
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
