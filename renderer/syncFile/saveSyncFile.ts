import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { err, makeUuidV7, ok, type Result } from '../../core/kernel/index.ts';
import type { SyncFileManifest } from '../../core/protocol/index.ts';
import { writeSyncFile, type FileBatch } from '../../formats/syncFile/index.ts';
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
  /** Responses written so far, of so many. */
  readonly onProgress: (written: number, total: number) => void;
}

/**
 * Writes everything unsent into a file, reads it back and compares (L8). Acknowledges nothing. One batch is in memory at a time. Answers how
 * many responses are in it.
 */
export async function saveSyncFile(saving: Saving): Promise<Result<number, SaveFailure>> {
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
  const total = await countUnsent(storage.database);
  const manifest = await manifestOf(saving, enrolled, total);
  let written = 0;
  async function* batches(): AsyncGenerator<FileBatch> {
    for await (const batch of unsentBatches(storage)) {
      yield batch;
      written += batch.items.length;
      saving.onProgress(written, total);
    }
  }
  const digest = sha256.create();
  try {
    const source = { manifest, batches: batches(), sign: signWith(keys.privateKey) };
    const file = (await writeSyncFile(source, fileKeys.recipients)) as ReadableStream<
      Uint8Array<ArrayBuffer>
    >;
    await file.pipeThrough(passing(digest)).pipeTo(place.writer, { signal });
    if ((await digestOf(await place.reopen(), signal)) !== bytesToHex(digest.digest())) {
      await place.discard();
      return err('different');
    }
    await place.handOver();
    return ok(written);
  } catch {
    await place.discard().catch(() => undefined);
    return err(signal.aborted ? 'cancelled' : 'failed');
  }
}

async function manifestOf(
  { storage, appVersion }: Saving,
  { enrolment, touchpoint }: EnrolledDevice,
  responses: number,
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
    responses,
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
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => {
      digest.update(chunk);
    },
  });
  await file.stream().pipeTo(sink, { signal });
  return bytesToHex(digest.digest());
}
