import { BALLAST } from './dropBallast.ts';
import { journalFolder, writeZeros } from './opfsFiles.ts';

/** Let go when a write fails for lack of room, so that the last responses still find some. */
const BALLAST_BYTES = 20 * 1024 * 1024;
/** Must be free beside it, or there is no ballast: it is there to give room, not to take the last. */
const MARGIN_BYTES = 8 * 1024 * 1024;
const STEP = 1024 * 1024;

/**
 * Says whether there is room for the ballast, which it makes where it is missing: found out by writing, for the browser's own estimate
 * knows nothing of the disk. Takes breaks, so that the journal need not wait for it.
 */
export async function keepBallast(): Promise<boolean> {
  const home = await journalFolder();
  const access = await (await home.getFileHandle(BALLAST, { create: true })).createSyncAccessHandle();
  try {
    if (access.getSize() === BALLAST_BYTES) return true;
    for (let at = 0; at < BALLAST_BYTES + MARGIN_BYTES; at += STEP) {
      writeZeros(access, at, at + STEP);
      await new Promise((resolve) => setTimeout(resolve));
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
