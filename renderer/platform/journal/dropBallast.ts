export const BALLAST = 'ballast';
export const JOURNAL_FOLDER = 'journal';
const PATIENCE = 1_500;

/**
 * Lets the ballast go, and says whether there was any. Done by the page itself: on a full disk the worker may be stuck in a write,
 * and the database must not be opened again before there is room, for the browser would take it for damaged and begin it anew.
 */
export async function dropBallast(): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const dropped = remove().catch(() => false);
  const result = await Promise.race([dropped, late]);
  clearTimeout(timer);
  return result;
}

async function remove(): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  const home = await root.getDirectoryHandle(JOURNAL_FOLDER);
  const handle = await home.getFileHandle(BALLAST);
  const { size } = await handle.getFile();
  await home.removeEntry(BALLAST);
  return size > 0;
}
