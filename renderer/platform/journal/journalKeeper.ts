import { Ballast } from './ballast.ts';
import { JournalFiles } from './journalFiles.ts';
import type { JournalAsk } from './journalMessages.ts';

/** A page that was just left may hold its files a moment longer. */
const TRIES = 10;
const PAUSE = 100;
/** A new name is a write into a list that must never find the disk full. */
const LIST_BYTES = 1024 * 1024;

async function whenLetGo<T>(open: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await open();
    } catch (error) {
      const held = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!held || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** Answers what the page asks of its journal, and mends it between the questions. */
export class JournalKeeper {
  #ballast: Promise<Ballast> | undefined;
  #files: JournalFiles | undefined;
  /** The browser has removed the names of the files: what is open can be read and written, but no start will find it. */
  #fallen = false;
  #anew: JournalFiles | undefined;
  #open = (): Promise<Ballast> => Ballast.open();
  #nameless: Ballast | undefined;

  async answer(ask: JournalAsk): Promise<unknown> {
    if (ask.kind === 'probeRoom') return this.#probeRoom(ask.bytes);
    if (ask.kind === 'dropBallast') return (await this.#openBallast()).drop();
    const { ring } = await this.#openFiles();
    switch (ask.kind) {
      case 'open':
        await this.#look();
        return ring.summary();
      case 'check':
        if (ring.check()) return null;
        await this.#look();
        return ring.summary();
      case 'append':
        ring.append(ask.entries);
        if (this.#fallen) throw new Error('the browser has removed the files of the journal');
        return null;
      case 'release':
        ring.release(ask.storeEpoch, ask.range);
        return null;
      case 'read':
        return ring.read(ask.storeEpoch, ask.ranges);
    }
  }

  /** One step of making what is missing, last of all indexes; is there more to do? Where there is no room, the next question tries again. */
  async mend(): Promise<boolean> {
    if (this.#files === undefined) return false;
    try {
      if (this.#fallen) await this.#replace(this.#files);
      else if (this.#files.wantsMore) await this.#files.grow();
      else return this.#files.ring.writeIndex();
      return true;
    } catch {
      return false;
    }
  }

  async #probeRoom(bytes: number | undefined): Promise<boolean> {
    // One that has lost its name can still say whether there is room for another.
    if (this.#nameless?.hasRoom(LIST_BYTES) === false) return false;
    const ballast = await this.#openBallast();
    return bytes === undefined ? ballast.keep() : ballast.hasRoom(bytes);
  }

  #openBallast(): Promise<Ballast> {
    this.#ballast ??= whenLetGo(this.#open).catch((error: unknown) => {
      this.#ballast = undefined;
      throw error;
    });
    return this.#ballast;
  }

  async #openFiles(): Promise<JournalFiles> {
    if (this.#files !== undefined) return this.#files;
    const ballast = await this.#openBallast();
    this.#files = await whenLetGo(() => JournalFiles.open(ballast));
    return this.#files;
  }

  /** A browser that is short of room removes everything that a page has, unless it has promised to keep it. */
  async #look(): Promise<void> {
    if (this.#fallen || this.#files === undefined || (await this.#files.stands())) return;
    this.#fallen = true;
    // Its name is gone with the others, and it takes room. Never closed: Chromium does not come back from closing a nameless file.
    const nameless = await this.#openBallast();
    nameless.drop();
    this.#nameless = nameless;
    this.#ballast = undefined;
    this.#open = () => this.#openAnother(nameless);
  }

  async #openAnother(nameless: Ballast): Promise<Ballast> {
    if (!nameless.hasRoom(LIST_BYTES)) throw new Error('no room for a new name');
    const another = await Ballast.openAnother();
    this.#nameless = undefined;
    return another;
  }

  /** What waits is written into new files while the former ones can still be read. */
  async #replace(former: JournalFiles): Promise<void> {
    this.#anew ??= JournalFiles.instead(former, await this.#openBallast());
    if (!this.#anew.suffices(former)) {
      await this.#anew.grow();
      return;
    }
    this.#anew.takeOver(former);
    this.#files = this.#anew;
    this.#anew = undefined;
    this.#fallen = false;
  }
}
