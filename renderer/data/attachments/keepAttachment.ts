import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { err, makeUuidV7, ok, type Result } from '../../../core/kernel/index.ts';
import { ATTACHMENT_LIMITS, type Attachment } from '../../../core/response/index.ts';
import type { AttachmentChunk } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { withinDeadline, type StorageFailure } from '../withinDeadline.ts';

const { partBytes, maxBytes } = ATTACHMENT_LIMITS;
/** Chunks in memory, and in one transaction. */
const AT_ONCE = 16;
const USUAL_TYPE = 'application/octet-stream';

type KeepFailure = StorageFailure | { readonly kind: 'tooLarge' | 'empty'; readonly detail: string };

interface Contents {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly bytes: number;
}

/** Makes of contents, as they come, what may lie on the disk of a sealed survey (K10). */
export type SealFile = (contents: Contents) => Promise<Contents>;

/**
 * Puts a file on the disk, for a response that is still being given. It is there as a whole or not at all: its row comes after its last
 * chunk. `stem` begins its name, which no other file of this device has. With `seal` nothing of it comes to the disk but what that makes
 * of it: the row is `sealedAs` then, and what the file is stands only in what is answered here.
 */
export async function keepAttachment(
  storage: DeviceStorage,
  contents: Blob,
  stem: string,
  seal?: SealFile,
): Promise<Result<Attachment, KeepFailure>> {
  const { size: bytes } = contents;
  if (bytes === 0) return err({ kind: 'empty', detail: 'no bytes' });
  if (bytes > maxBytes) return err({ kind: 'tooLarge', detail: String(bytes) });
  const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(contents.type) ? contents.type : USUAL_TYPE;
  const id = makeUuidV7(storage.clock.now(), storage.random);
  const name = `${stem}-${id}.${endingOf(mediaType)}`;
  const given = { stream: contents.stream(), bytes };
  if (seal === undefined) return put(storage, { name, mediaType }, given);
  const { hash, stream } = hashing(given.stream);
  const sealed = await seal({ stream, bytes });
  if (sealed.bytes > maxBytes) return err({ kind: 'tooLarge', detail: String(sealed.bytes) });
  const kept = await put(storage, { name: `${id}.age`, mediaType: USUAL_TYPE }, sealed);
  return kept.ok ? ok({ name, mediaType, bytes, sha256: hash(), sealedAs: kept.value }) : kept;
}

async function put(
  storage: DeviceStorage,
  { name, mediaType }: Pick<Attachment, 'name' | 'mediaType'>,
  contents: Contents,
): Promise<Result<Attachment, StorageFailure>> {
  const { attachments, attachmentChunks } = storage.database;
  const { hash, stream } = hashing(contents.stream);
  let chunks: AttachmentChunk[] = [];
  let index = 0;
  const write = async () => {
    const written = await withinDeadline(storage, () => attachmentChunks.bulkPut(chunks));
    chunks = [];
    return written;
  };
  for await (const chunk of chunksOf(stream)) {
    chunks.push({ name, index, bytes: chunk.buffer });
    index += 1;
    if (chunks.length < AT_ONCE) continue;
    const written = await write();
    if (!written.ok) return written;
  }
  const written = await write();
  if (!written.ok) return written;
  const attachment = { name, mediaType, bytes: contents.bytes, sha256: hash() };
  const added = await withinDeadline(storage, () =>
    attachments.add({ ...attachment, addedAt: storage.clock.now() }),
  );
  return added.ok ? ok(attachment) : added;
}

/** The same stream; `hash` says SHA-256 of all that was read of it. */
function hashing(stream: Contents['stream']) {
  const digest = sha256.create();
  const tap = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (portion, controller) => {
      digest.update(portion);
      controller.enqueue(portion);
    },
  });
  return { stream: stream.pipeThrough(tap), hash: () => bytesToHex(digest.digest()) };
}

/** Portions of any size as chunks of one size, but the last. */
async function* chunksOf(stream: Contents['stream']): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  let chunk = new Uint8Array(partBytes);
  let used = 0;
  try {
    for (;;) {
      const { done, value: portion } = await reader.read();
      if (done) break;
      for (let at = 0; at < portion.length;) {
        const some = portion.subarray(at, at + partBytes - used);
        chunk.set(some, used);
        used += some.length;
        at += some.length;
        if (used < partBytes) continue;
        yield chunk;
        chunk = new Uint8Array(partBytes);
        used = 0;
      }
    }
    if (used > 0) yield chunk.slice(0, used);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'text/plain': 'txt',
  'audio/mpeg': 'mp3',
};

/** For people who find it in an export; programs go by the media type. */
const endingOf = (mediaType: string): string =>
  ENDINGS[mediaType] ?? /\/([a-z0-9]{1,5})$/.exec(mediaType)?.[1] ?? 'bin';
