import { journalFolder, writeZeros } from './opfsFiles.ts';

/** Let go when a write fails for lack of room, so that the last responses still find some. */
const BALLAST_BYTES = 20 * 1024 * 1024;
/** Must be free beside it, or there is no ballast: it is there to give room, not to take the last. */
const MARGIN_BYTES = 8 * 1024 * 1024;
const STEP = 1024 * 1024;
const NAME = 'ballast';

let letGo = new AbortController();

/**
 * Says whether there is room for the ballast, which it makes where it is missing: found out by writing, for the browser's own estimate
 * knows nothing of the disk. Takes breaks, so that the journal need not wait for it.
 */
export async function keepBallast(): Promise<boolean> {
  letGo = new AbortController();
  const { signal } = letGo;
  const home = await journalFolder();
  const access = await (await home.getFileHandle(NAME, { create: true })).createSyncAccessHandle();
  try {
    if (access.getSize() === BALLAST_BYTES) return true;
    for (let at = 0; at < BALLAST_BYTES + MARGIN_BYTES; at += STEP) {
      writeZeros(access, at, at + STEP);
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) throw new Error('the room is needed');
    }
    access.truncate(BALLAST_BYTES);
    return true;
  } catch {
    access.truncate(0);
    return false;
  } finally {
    access.close();
  }
}

/** Says whether there was any. */
export async function dropBallast(): Promise<boolean> {
  letGo.abort();
  const home = await journalFolder();
  const handle = await home.getFileHandle(NAME).catch(() => undefined);
  if (handle === undefined) return false;
  const { size } = await handle.getFile();
  await home.removeEntry(NAME);
  return size > 0;
}
