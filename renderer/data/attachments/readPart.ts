import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ATTACHMENT_LIMITS, type Attachment } from '../../../core/response/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';

const { partBytes } = ATTACHMENT_LIMITS;

/** What lies from `offset` to the end of its chunk; `null`: it is not there. */
export async function readPart(
  { database }: DeviceStorage,
  { name, bytes }: Attachment,
  offset: number,
): Promise<ArrayBuffer | null> {
  const index = Math.floor(offset / partBytes);
  const chunk = await database.attachmentChunks.get([name, index]);
  const begins = index * partBytes;
  if (chunk?.bytes.byteLength !== Math.min(partBytes, bytes - begins)) return null;
  // Whoever reads much reads from the beginning of a chunk: a copy of each would be as much again to let go of.
  return offset === begins ? chunk.bytes : chunk.bytes.slice(offset - begins);
}

/** Whether what lies here is what was put here; one chunk in memory at a time. */
export async function isIntact(storage: DeviceStorage, attachment: Attachment): Promise<boolean> {
  const digest = sha256.create();
  for (let offset = 0; offset < attachment.bytes; offset += partBytes) {
    const part = await readPart(storage, attachment, offset);
    if (part === null) return false;
    digest.update(new Uint8Array(part));
  }
  return bytesToHex(digest.digest()) === attachment.sha256;
}
