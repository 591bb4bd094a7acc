import { copyFileSync, existsSync, lstatSync, readdirSync, renameSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { FolderLock } from '../../store/index.ts';
import type { Imported } from '../importFile.ts';
import type { ImportDesk } from '../uploads/importDesk.ts';
import { writeReport } from '../writeReport.ts';
import { writeWhole } from '../writeWhole.ts';
import { ONLY_LOOK, REPORT, SYNC_FILE, beginWatching, placesIn, receiptName, type Places } from './places.ts';

interface IncomingParts {
  readonly dataFolder: string;
  readonly desk: ImportDesk;
  readonly log: (error: unknown) => void;
}

const ROUND = 1_000;
/** Rounds to let pass after trouble with the store. */
const REST = 30;

/**
 * Takes in what is put into the folder `incoming` and has stopped growing, and moves it to `imported` or `refused` with report and receipt
 * beside it. A stop in the middle leaves the file where it was; taken in again, it changes nothing.
 */
export class IncomingFolder {
  readonly #parts: IncomingParts;
  readonly #places: Places;
  /** How each file looked a round ago. */
  #before = new Map<string, string>();
  #lock: FolderLock | null = null;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #resting = 0;
  #isStopped = false;

  constructor(parts: IncomingParts) {
    this.#parts = parts;
    this.#places = placesIn(parts.dataFolder);
  }

  start(): void {
    if (this.#isStopped) return;
    this.#lock ??= beginWatching(this.#parts.dataFolder);
    this.#timer = setTimeout(() => {
      this.#round = this.#look()
        .catch((error: unknown) => {
          this.#resting = REST;
          if (!this.#isStopped) this.#parts.log(error);
        })
        .then(() => this.start());
    }, ROUND);
    this.#timer.unref();
  }

  /** Call it after the desk has been stopped: a round may wait for that. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#round;
    this.#lock?.release();
  }

  async #look(): Promise<void> {
    if (this.#lock === null || (this.#resting -= 1) > 0) return;
    const now = new Map<string, string>();
    for (const name of readdirSync(this.#places.incoming)) {
      const looks = this.#looksOf(name);
      if (looks === null) continue;
      if (this.#before.get(name) !== looks) now.set(name, looks);
      else await this.#take(name, looks);
    }
    this.#before = now;
  }

  /** Null: nothing for us. */
  #looksOf(name: string): string | null {
    if (name.startsWith('.') || ![SYNC_FILE, ONLY_LOOK].some((ending) => name.toLowerCase().endsWith(ending)))
      return null;
    const found: Stats | undefined = lstatSync(join(this.#places.incoming, name), { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size === 0) return null;
    return `${String(found.size)} ${String(found.mtimeMs)} ${String(found.ino)}`;
  }

  async #take(name: string, looks: string): Promise<void> {
    const path = join(this.#places.incoming, name);
    const preview = name.toLowerCase().endsWith(ONLY_LOOK);
    const taken = preview
      ? await this.#parts.desk.import(path, { name, preview })
      : await this.#parts.desk.importAlone(path, name);
    // Somebody put another one in its place meanwhile: that is for the next rounds.
    if (this.#looksOf(name) !== looks) return;
    if (preview) {
      writeWhole(path + REPORT, JSON.stringify(taken.report));
      rmSync(path);
    } else this.#settle(name, taken);
  }

  /** The file itself is moved last: once it is there, everything is. */
  #settle(name: string, { report, receipt }: Imported): void {
    const place = report.state === 'merged' || report.state === 'partly' ? 'imported' : 'refused';
    const folder = this.#places[place];
    const base = name.slice(0, -SYNC_FILE.length);
    const free = existsSync(join(folder, name))
      ? `${base}-${report.file.sha256.slice(0, 8)}${SYNC_FILE}`
      : name;
    const receiptPath = receipt === null ? null : join(folder, receiptName(free));
    if (receipt !== null && receiptPath !== null) copyFileSync(receipt, receiptPath);
    writeWhole(join(folder, `${free}.report.txt`), `${writeReport(report, receiptPath)}\n`);
    writeWhole(join(folder, free + REPORT), `${JSON.stringify(report, null, 2)}\n`);
    renameSync(join(this.#places.incoming, name), join(folder, free));
  }
}
