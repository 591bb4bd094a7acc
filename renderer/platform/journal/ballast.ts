import { journalFolder, writeZeros } from './opfsFiles.ts';

const BALLAST = 'ballast';
/** Let go when a write fails for lack of room, so that the last responses still find some. */
const BALLAST_BYTES = 20 * 1024 * 1024;
/** Must be free beside it, or there is no ballast: it is there to give room, not to take the last. */
const MARGIN_BYTES = 8 * 1024 * 1024;
const STEP = 1024 * 1024;
const MOST_NAMES = 20;

const accessTo = async (home: FileSystemDirectoryHandle, name: string): Promise<FileSystemSyncAccessHandle> =>
  (await home.getFileHandle(name, { create: true })).createSyncAccessHandle();

/**
 * Room that is kept for later, in a file that stays open for as long as the worker lives. It is let go by shortening it and never by
 * removing it: a name that goes, or comes, is a write into the browser's list of names, and where that write finds no room Chromium
 * takes the list for damaged and removes every file that the page has, the journal too.
 */
export class Ballast {
  readonly #access: FileSystemSyncAccessHandle;

  private constructor(access: FileSystemSyncAccessHandle) {
    this.#access = access;
  }

  static async open(): Promise<Ballast> {
    const home = await journalFolder();
    let name = BALLAST;
    for await (const known of home.keys()) if (known.startsWith(BALLAST)) name = known;
    return new Ballast(await accessTo(home, name));
  }

  /** Instead of one that has lost its name, under another. */
  static async openAnother(): Promise<Ballast> {
    const home = await journalFolder();
    for (let number = 1; ; number += 1) {
      const access = await accessTo(home, `${BALLAST}-${String(number)}`).catch(() => undefined);
      if (access !== undefined) return new Ballast(access);
      if (number === MOST_NAMES) throw new Error('no name for the ballast');
    }
  }

  /** Is there room for so much? Found out by writing, for the browser's own estimate knows nothing of the disk. */
  hasRoom(bytes: number): boolean {
    const size = this.#access.getSize();
    try {
      writeZeros(this.#access, size, size + bytes);
      return true;
    } catch {
      return false;
    } finally {
      this.#access.truncate(size);
    }
  }

  /**
   * Says whether there is room for the ballast, which it makes where it is missing. Takes breaks, so that the journal need not wait; let
   * go in one of them, it stays gone.
   */
  async keep(): Promise<boolean> {
    const access = this.#access;
    try {
      let at = access.getSize();
      if (at === BALLAST_BYTES) return true;
      while (at < BALLAST_BYTES + MARGIN_BYTES) {
        writeZeros(access, at, at + STEP);
        at += STEP;
        await new Promise((resolve) => setTimeout(resolve));
        if (access.getSize() !== at) return false;
      }
      access.truncate(BALLAST_BYTES);
      return true;
    } catch {
      access.truncate(0);
      return false;
    }
  }

  /** Says whether there was any. */
  drop(): boolean {
    const size = this.#access.getSize();
    this.#access.truncate(0);
    return size > 0;
  }
}
