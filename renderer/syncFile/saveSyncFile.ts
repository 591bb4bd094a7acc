import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { err, makeUuidV7, ok, type Result } from '../../core/kernel/index.ts';
import type { FileAttachments, SyncFileManifest } from '../../core/protocol/index.ts';
import type { Attachment } from '../../core/response/index.ts';
import { writeSyncFile, type FileAttachment, type FileBatch } from '../../formats/syncFile/index.ts';
import { contentsOf, sumOf, unsentAttachments } from '../data/attachments/unsentContents.ts';
import { readDeviceKeys } from '../data/deviceKeys.ts';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import { readFact } from '../data/facts.ts';
import { readEnrolment, type EnrolledDevice } from '../data/readEnrolment.ts';
import { signWith } from '../data/signWith.ts';
import { countUnsent } from '../data/outbox/waiting.ts';
import { unsentBatches } from '../data/unsentBatches.ts';
import type { FilePlace } from './filePlace.ts';

/** `noKeys`: the server has not said yet for which keys to write. `different`: what was read back is not what was written. */
export type SaveFailure = 'noKeys' | 'cancelled' | 'different' | 'failed';

export interface Saving {
  readonly storage: DeviceStorage;
  readonly appVersion: string;
  readonly place: FilePlace;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SaveProgress) => void;
}

/** What is written so far, and what there is to write. */
export interface SaveProgress {
  readonly responses: number;
  readonly allResponses: number;
  /** Of attachments, which come behind the responses. */
  readonly bytes: number;
  readonly allBytes: number;
  /** All is written; now it is read back. */
  readonly isChecking: boolean;
}

/** What is in a file. */
export interface Saved {
  readonly responses: number;
  readonly attachments: number;
}

/**
 * Writes everything unsent into a file, reads it back and compares (L8). Acknowledges nothing. One batch, or one chunk of an attachment, is
 * in memory at a time.
 */
export async function saveSyncFile(saving: Saving): Promise<Result<Saved, SaveFailure>> {
  const { storage, place, signal } = saving;
  const [enrolled, keys, fileKeys] = await Promise.all([
    readEnrolment(storage),
    readDeviceKeys(storage),
    readFact(storage.database.device, 'fileKeys'),
  ]);
  if (enrolled === null || keys === undefined || fileKeys === undefined) {
    await place.writer.abort();
    return err('noKeys');
  }
  // Before the responses are read, so that nothing is among them whose response is not in the file.
  const unsent = await unsentAttachments(storage);
  const manifest = await manifestOf(saving, enrolled, sumOf(unsent));
  const unsaved = new Unsaved(saving, manifest);
  const digest = sha256.create();
  try {
    const sign = signWith(keys.privateKey);
    const source = { manifest, batches: unsaved.batches(), attachments: unsaved.attachments(unsent), sign };
    const file = (await writeSyncFile(source, fileKeys.recipients)) as ReadableStream<
      Uint8Array<ArrayBuffer>
    >;
    await file.pipeThrough(passing(digest)).pipeTo(place.writer, { signal });
    unsaved.tell(true);
    if ((await digestOf(await place.reopen(), signal)) !== bytesToHex(digest.digest())) {
      await place.discard();
      return err('different');
    }
    await place.handOver();
    return ok(unsaved.saved);
  } catch {
    await place.discard().catch(() => undefined);
    return err(signal.aborted ? 'cancelled' : 'failed');
  }
}

type Part = Uint8Array<ArrayBuffer>;

/** Gives what is to be written, and says how far that is. */
class Unsaved {
  readonly #saving: Saving;
  readonly #manifest: SyncFileManifest;
  readonly saved = { responses: 0, attachments: 0 };
  #bytes = 0;

  constructor(saving: Saving, manifest: SyncFileManifest) {
    this.#saving = saving;
    this.#manifest = manifest;
  }

  tell(isChecking = false): void {
    const { responses: allResponses, attachments } = this.#manifest;
    this.#saving.onProgress({
      responses: this.saved.responses,
      allResponses,
      bytes: this.#bytes,
      allBytes: attachments?.bytes ?? 0,
      isChecking,
    });
  }

  async *batches(): AsyncGenerator<FileBatch> {
    for await (const batch of unsentBatches(this.#saving.storage)) {
      yield batch;
      this.saved.responses += batch.items.length;
      this.tell();
    }
  }

  async *attachments(unsent: readonly Attachment[]): AsyncGenerator<readonly FileAttachment[]> {
    for await (const group of contentsOf(this.#saving.storage, unsent)) {
      yield group.map((contents) => ({ ...contents, read: () => this.#told(contents.read()) }));
      this.saved.attachments += group.length;
    }
  }

  async *#told(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
    for await (const part of parts) {
      yield part;
      this.#bytes += part.length;
      this.tell();
    }
  }
}

async function manifestOf(
  { storage, appVersion }: Saving,
  { enrolment, touchpoint }: EnrolledDevice,
  attachments: FileAttachments,
): Promise<SyncFileManifest> {
  const { clock, random, database } = storage;
  const status = await readFact(database.meta, 'syncStatus');
  const { serverId, deviceId, deviceName } = enrolment;
  return {
    format: 'earshot-sync-file',
    version: 1,
    fileId: makeUuidV7(clock.now(), random),
    serverId,
    deviceId,
    deviceName,
    touchpointId: touchpoint.touchpointId,
    appVersion,
    createdAt: clock.now(),
    clockOffset: status?.clockOffset ?? null,
    responses: await countUnsent(database),
    ...(attachments.count === 0 ? {} : { attachments }),
  };
}

type Digest = ReturnType<typeof sha256.create>;

const passing = (digest: Digest): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> =>
  new TransformStream({
    transform: (chunk, controller) => {
      digest.update(chunk);
      controller.enqueue(chunk);
    },
  });

async function digestOf(file: File, signal: AbortSignal): Promise<string> {
  const digest = sha256.create();
  for await (const portion of portionsOf(file)) {
    signal.throwIfAborted();
    digest.update(portion);
  }
  return bytesToHex(digest.digest());
}

const PORTION = 256 * 1024;

/**
 * Into one buffer, where the browser can: of new ones it would let go so late that a large file would lie in memory whole. To be used before
 * the next is asked for.
 */
async function* portionsOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = readerInto(file);
  if (reader === null)
    for (let from = 0; from < file.size; from += PORTION)
      yield new Uint8Array(await file.slice(from, from + PORTION).arrayBuffer());
  else
    for (let buffer = new ArrayBuffer(PORTION); ;) {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done) return;
      yield value;
      buffer = value.buffer;
    }
}

function readerInto(file: File): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
