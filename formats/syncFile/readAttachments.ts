import { err, ok, type Result } from '../../core/kernel/index.ts';
import {
  SYNC_FILE_LIMITS,
  attachmentName,
  attachmentSealDigest,
  parseAttachmentSeal,
  sealStatement,
  type AttachmentSeal,
  type SealedAttachment,
} from '../../core/protocol/index.ts';
import type { Stop } from './openContainer.ts';
import type { OpenFile, ReadSoFar } from './openFile.ts';
import { CUT, FORGED, parseJson, readBody, readHeader } from './readEntry.ts';
import { paddingOf, type TarEntry } from './tarHeader.ts';

/**
 * Contents as they come, to be read before the next event is asked for. They end early where the file does, and only afterwards it is known
 * whether they have the hash: nothing may be made of them before that was compared.
 */
export interface ReadAttachment extends SealedAttachment {
  readonly contents: AsyncIterable<Uint8Array>;
}

/** A seal, whose header was read, and the contents that it names. Answers why reading has to stop there. */
export async function* readAttachments(
  file: OpenFile,
  entry: TarEntry,
  read: ReadSoFar,
): AsyncGenerator<ReadAttachment, Stop | null> {
  const seal = await readSeal(file, entry, read.previous);
  if (!seal.ok) return seal.error;
  read.previous = attachmentSealDigest(seal.value);
  for (const sealed of seal.value.attachments) {
    const header = await readHeader(file.tar, [attachmentName(sealed.sha256)]);
    if (!header.ok) return header.error;
    if (header.value.size !== sealed.bytes) return otherContents(header.value.name);
    file.expect(sealed.bytes);
    const digest = file.newDigest();
    const contents = contentsOf(file, sealed, digest);
    yield { ...sealed, contents };
    // What nobody wanted to read has to be passed, and be what was signed.
    if (!(await contents.passed())) return CUT;
    if (digest.hex() !== sealed.sha256) return otherContents(header.value.name);
    if ((await file.tar.take(paddingOf(sealed.bytes))) === null) return CUT;
    read.attachments += 1;
  }
  return null;
}

const otherContents = (name: string): Stop => ({
  trouble: 'signatureInvalid',
  detail: `What the file holds as ${name} is not what its device signed. Nothing behind it was read.`,
});

async function readSeal(
  file: OpenFile,
  entry: TarEntry,
  previous: string,
): Promise<Result<AttachmentSeal, Stop>> {
  const body = await readBody(file.tar, entry, SYNC_FILE_LIMITS.maxSealBytes);
  if (!body.ok) return body;
  const seal = parseAttachmentSeal(parseJson(body.value));
  if (seal === null || seal.previous !== previous) return err(FORGED);
  const statement = sealStatement('attachments', file.manifest, attachmentSealDigest(seal));
  return (await file.verify(statement, seal.signature)) ? ok(seal) : err(FORGED);
}

const PORTION = 64 * 1024;

function contentsOf(
  { tar }: OpenFile,
  { bytes }: SealedAttachment,
  digest: ReturnType<OpenFile['newDigest']>,
) {
  let left = bytes;
  async function* portions(): AsyncGenerator<Uint8Array> {
    while (left > 0) {
      const some = await tar.some(Math.min(left, PORTION));
      if (some === null) return;
      left -= some.length;
      digest.update(some);
      yield some;
    }
  }
  return {
    [Symbol.asyncIterator]: portions,
    /** All of it was read, by whomever. */
    passed: async (): Promise<boolean> => {
      const rest = portions();
      while ((await rest.next()).done !== true);
      return left === 0;
    },
  };
}
