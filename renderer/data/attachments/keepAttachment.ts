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

/**
 * Puts a file on the disk, for a response that is still being given. It is there as a whole or not at all: its row comes after its last
 * chunk. `stem` begins its name, which no other file of this device has.
 */
export async function keepAttachment(
  storage: DeviceStorage,
  contents: Blob,
  stem: string,
): Promise<Result<Attachment, KeepFailure>> {
  const { size } = contents;
  if (size === 0) return err({ kind: 'empty', detail: 'no bytes' });
  if (size > maxBytes) return err({ kind: 'tooLarge', detail: String(size) });
  const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(contents.type) ? contents.type : USUAL_TYPE;
  const name = `${stem}-${makeUuidV7(storage.clock.now(), storage.random)}.${endingOf(mediaType)}`;
  const digest = sha256.create();
  const { attachments, attachmentChunks } = storage.database;
  for (let first = 0; first * partBytes < size; first += AT_ONCE) {
    const chunks: AttachmentChunk[] = [];
    for (let index = first; index < first + AT_ONCE && index * partBytes < size; index += 1) {
      const bytes = await contents.slice(index * partBytes, (index + 1) * partBytes).arrayBuffer();
      digest.update(new Uint8Array(bytes));
      chunks.push({ name, index, bytes });
    }
    const put = await withinDeadline(storage, () => attachmentChunks.bulkPut(chunks));
    if (!put.ok) return put;
  }
  const attachment = { name, mediaType, bytes: size, sha256: bytesToHex(digest.digest()) };
  const added = await withinDeadline(storage, () =>
    attachments.add({ ...attachment, addedAt: storage.clock.now() }),
  );
  return added.ok ? ok(attachment) : added;
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
