import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeUuidV7, type Clock, type RandomSource } from '../../../core/kernel/index.ts';
import type { NewSyncUpload, SyncUpload } from '../../../core/protocol/index.ts';
import { writeWhole } from '../writeWhole.ts';

/** What is kept of an upload beside its bytes. How many of those there are, the disk says; how many were read, only the moment. */
export type UploadRecord = Omit<SyncUpload, 'offset' | 'readBytes' | 'bytes'> & { readonly bytes: number };

const RECORD = '.json';
/** Whoever broke off so long ago begins anew. */
const FORGOTTEN = 30 * 86_400_000;

/**
 * Uploads in the folder `sync-files/uploads` of the data folder: a record each, and its bytes until they are taken in. Nothing is held in
 * memory, so that a restart changes nothing.
 */
export class UploadStore {
  readonly folder: string;
  readonly #clock: Clock;
  readonly #random: RandomSource;

  constructor(dataFolder: string, clock: Clock, random: RandomSource) {
    this.folder = join(dataFolder, 'sync-files', 'uploads');
    this.#clock = clock;
    this.#random = random;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  create(made: NewSyncUpload, from: Pick<UploadRecord, 'via' | 'startedBy'>): UploadRecord {
    const now = this.#clock.now();
    const record: UploadRecord = {
      uploadId: makeUuidV7(now, this.#random),
      ...made,
      ...from,
      phase: 'receiving',
      startedAt: now,
      finishedAt: null,
      finishedBy: null,
      failed: false,
      preview: null,
      report: null,
      hasReceipt: false,
    };
    this.put(record);
    return record;
  }

  put(record: UploadRecord): void {
    writeWhole(join(this.folder, record.uploadId + RECORD), `${JSON.stringify(record)}\n`);
  }

  /** `uploadId` has the form of one: the door saw to that. */
  find(uploadId: string): UploadRecord | null {
    try {
      return JSON.parse(readFileSync(join(this.folder, uploadId + RECORD), 'utf8')) as UploadRecord;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Changes what is there; null where there is nothing any more. */
  change(uploadId: string, changes: Partial<UploadRecord>): UploadRecord | null {
    const found = this.find(uploadId);
    if (found === null) return null;
    const changed = { ...found, ...changes };
    this.put(changed);
    return changed;
  }

  /** Latest first. */
  list(most: number): readonly UploadRecord[] {
    const ids = readdirSync(this.folder)
      .filter((name) => name.endsWith(RECORD))
      .sort()
      .reverse()
      .slice(0, most);
    return ids.flatMap((name) => this.find(name.slice(0, -RECORD.length)) ?? []);
  }

  bytesPath(uploadId: string): string {
    return join(this.folder, `${uploadId}.bytes`);
  }

  /** How much of it has arrived. */
  offset({ uploadId, phase, bytes }: UploadRecord): number {
    if (phase === 'done') return bytes;
    return statSync(this.bytesPath(uploadId), { throwIfNoEntry: false })?.size ?? 0;
  }

  dropBytes(uploadId: string): void {
    rmSync(this.bytesPath(uploadId), { force: true });
  }

  remove(uploadId: string): void {
    rmSync(join(this.folder, uploadId + RECORD), { force: true });
    this.dropBytes(uploadId);
  }

  /** Takes away what was broken off long ago. */
  sweep(): void {
    for (const { uploadId, phase, startedAt } of this.list(Infinity))
      if (phase === 'receiving' && startedAt < this.#clock.now() - FORGOTTEN) this.remove(uploadId);
  }
}
