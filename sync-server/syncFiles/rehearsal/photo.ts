import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from '../../../core/response/index.ts';
import type { FileAttachment } from '../../../formats/syncFile/index.ts';
import type { TestServer } from '../../testing/index.ts';

const PORTION = 65_536;

export interface Photo {
  /** As a response names it. */
  readonly named: Attachment;
  /** As a sync file carries it. */
  readonly carried: FileAttachment;
  readonly contents: Buffer;
}

export function photoOf(bytes: number, name = 'photo.jpg', contents = randomBytes(bytes)): Photo {
  const sha256 = createHash('sha256').update(contents).digest('hex');
  async function* read() {
    for (let from = 0; from < bytes; from += PORTION)
      yield await Promise.resolve(new Uint8Array(contents.subarray(from, from + PORTION)));
  }
  const named = { name, mediaType: 'image/jpeg', bytes, sha256 };
  return { named, carried: { sha256, bytes, read }, contents };
}

/** What the server keeps under the photo's hash. */
export function heldContents(
  { folder }: Pick<TestServer, 'folder'>,
  { named: { sha256 } }: Photo,
): Buffer | null {
  const path = join(folder, 'attachments', sha256.slice(0, 2), sha256);
  return existsSync(path) ? readFileSync(path) : null;
}
