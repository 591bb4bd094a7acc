import type { ImportReport, SyncUpload } from '../../../core/protocol/index.ts';
import { importFile, type Imported, type ImportOptions, type ImportParts } from '../importFile.ts';
import type { UploadRecord, UploadStore } from './uploadStore.ts';

interface DeskParts extends ImportParts {
  readonly uploads: UploadStore;
  /** Told of what nobody waits for. */
  readonly log: (error: unknown) => void;
}

/**
 * Looks through files and takes them in, one after the other: devices that push meanwhile come first. What a stop of the server interrupts
 * is begun anew at the next start; a batch that is here already changes nothing.
 */
export class ImportDesk {
  readonly #parts: DeskParts;
  readonly #ending = new AbortController();
  readonly #read = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Goes on with what the last stop interrupted. */
  resume(): void {
    const { uploads } = this.#parts;
    uploads.sweep();
    for (const { uploadId, phase } of [...uploads.list(Infinity)].reverse()) {
      if (phase === 'looking') void this.look(uploadId);
      if (phase === 'merging') void this.#take(uploadId);
    }
  }

  /** Ends after the batch that is being taken in. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#last;
  }

  show(record: UploadRecord): SyncUpload {
    const { uploads } = this.#parts;
    const readBytes = this.#read.get(record.uploadId) ?? (record.phase === 'done' ? record.bytes : 0);
    return { ...record, offset: uploads.offset(record), readBytes };
  }

  /** Finds out what would become of a file that is here whole. */
  async look(uploadId: string): Promise<void> {
    const { uploads } = this.#parts;
    const begun = uploads.change(uploadId, { phase: 'looking', failed: false });
    if (begun === null) return;
    const looked = await this.#run(begun, { preview: true });
    uploads.change(uploadId, {
      phase: 'ready',
      ...(looked === null ? { failed: true } : { preview: asSent(looked.report) }),
    });
  }

  /** Takes it in; `by` said so. */
  merge(uploadId: string, by: string): UploadRecord | null {
    const begun = this.#parts.uploads.change(uploadId, { phase: 'merging', failed: false, finishedBy: by });
    if (begun !== null) void this.#take(uploadId);
    return begun;
  }

  async #take(uploadId: string): Promise<void> {
    const { uploads, clock } = this.#parts;
    const begun = uploads.find(uploadId);
    if (begun === null) return;
    const taken = await this.#run(begun, {});
    if (taken === null) {
      uploads.change(uploadId, { phase: 'ready', failed: true, finishedBy: null });
      return;
    }
    this.#finish(uploadId, taken, clock.now());
    uploads.dropBytes(uploadId);
  }

  #finish(uploadId: string, { report, receipt }: Imported, finishedAt: number): void {
    const done = { report: asSent(report), hasReceipt: receipt !== null };
    this.#parts.uploads.change(uploadId, { phase: 'done', finishedAt, ...done });
  }

  /** In its turn. Null: the store could not. Never ends where the server is being stopped: what is begun stays so. */
  async #run({ uploadId, name }: UploadRecord, options: ImportOptions): Promise<Imported | null> {
    const path = this.#parts.uploads.bytesPath(uploadId);
    const onRead = (bytes: number): void => void this.#read.set(uploadId, bytes);
    try {
      return await this.import(path, { ...options, name, onRead });
    } catch (error) {
      if (this.#ending.signal.aborted) return await new Promise(() => undefined);
      this.#parts.log(error);
      return null;
    } finally {
      this.#read.delete(uploadId);
    }
  }

  /** Takes in a file that nobody brought by the console, and lists it with those. */
  async importAlone(path: string, name: string): Promise<Imported> {
    const { uploads, clock } = this.#parts;
    const taken = await this.import(path, { name, through: WATCHED });
    const { bytes, sha256 } = taken.report.file;
    const made = uploads.create({ name, bytes, fingerprint: sha256 }, { via: 'folder', startedBy: null });
    this.#finish(made.uploadId, taken, clock.now());
    return taken;
  }

  /** Reads a file that is no upload, in its turn. */
  import(path: string, options: ImportOptions): Promise<Imported> {
    const { signal } = this.#ending;
    const done = this.#last.then(() => {
      signal.throwIfAborted();
      return importFile(this.#parts, path, { ...options, signal });
    });
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** By its name in the data folder. */
const WATCHED = 'incoming/';

/** In the shape of the schema. */
const asSent = (report: ImportReport): NonNullable<SyncUpload['report']> => ({
  ...report,
  keyIds: [...report.keyIds],
  holes: [...report.holes],
  clockWarnings: [...report.clockWarnings],
});
