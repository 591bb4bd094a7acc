import {
  END_NAME,
  MANIFEST_NAME,
  SYNC_FILE_LIMITS,
  attachmentSealName,
  endDigest,
  parseEnd,
  parseManifest,
  sealName,
  sealStatement,
  type SyncFileManifest,
} from '../../core/protocol/index.ts';
import { ByteReader } from './byteReader.ts';
import { openContainer, type Container, type Stop } from './openContainer.ts';
import type { OpenFile, ReadSoFar, SyncFilePorts } from './openFile.ts';
import { readAttachments, type ReadAttachment } from './readAttachments.ts';
import { readBatch, type ReadBatch } from './readBatch.ts';
import { CUT, FORGED, parseJson, readBody, readHeader } from './readEntry.ts';
import { sha256 } from './sha256.ts';
import type { TarEntry } from './tarHeader.ts';

export type FileEvent =
  | { readonly kind: 'manifest'; readonly manifest: SyncFileManifest }
  | { readonly kind: 'batch'; readonly batch: ReadBatch }
  | { readonly kind: 'attachment'; readonly attachment: ReadAttachment }
  | { readonly kind: 'end' }
  | { readonly kind: 'stopped'; readonly stop: Stop; readonly keyIds: readonly string[] };

/**
 * Reads a sync file as it comes, a batch or a portion of an attachment at a time, and gives nothing that its device did not sign (L4, L11).
 * The last event says whether the file was whole (`end`) or why reading stopped.
 */
export async function* readSyncFile(
  source: AsyncIterable<Uint8Array>,
  ports: SyncFilePorts,
): AsyncGenerator<FileEvent> {
  const container = await openContainer(source, ports.identities, ports.gunzip);
  if ('trouble' in container) {
    const { keyIds, ...stop } = container;
    yield { kind: 'stopped', stop, keyIds };
    return;
  }
  const tar = new ByteReader(container.tar);
  try {
    const stop = (yield* readFrom(tar, container, ports)) ?? behindTheEnd(container);
    if (stop === null) yield { kind: 'end' };
    else yield { kind: 'stopped', stop: stop === CUT ? (container.stopped() ?? CUT) : stop, keyIds: [] };
  } finally {
    await tar.close();
  }
}

/** A file that lacks only the zeros at its end lacks nothing. */
function behindTheEnd({ stopped }: Container): Stop | null {
  const stop = stopped();
  return stop?.trouble === CUT.trouble ? null : stop;
}

async function* readFrom(
  tar: ByteReader,
  { expect }: Container,
  { newDigest, admit }: SyncFilePorts,
): AsyncGenerator<FileEvent, Stop | null> {
  const head = await readSmall(tar, MANIFEST_NAME, SYNC_FILE_LIMITS.maxManifestBytes);
  if (!head.ok) return head.error;
  const manifest = parseManifest(parseJson(head.value));
  if (!manifest.ok) return { trouble: 'notSyncFile', detail: manifest.error };
  yield { kind: 'manifest', manifest: manifest.value };
  const admitted = await admit(manifest.value);
  if (!admitted.ok) return admitted.error;
  const file = { tar, manifest: manifest.value, verify: admitted.value, newDigest, expect };
  return yield* readEntries(file, await sha256(head.value));
}

async function* readEntries(file: OpenFile, previous: string): AsyncGenerator<FileEvent, Stop | null> {
  const read: ReadSoFar = { batches: 0, responses: 0, attachments: 0, previous };
  let groups = 0;
  while (read.batches + groups <= SYNC_FILE_LIMITS.maxBatches) {
    const nextBatch = sealName(read.batches + 1);
    const nextGroup = attachmentSealName(groups + 1);
    // Once attachments have begun, no responses follow.
    const planned = [...(groups === 0 ? [nextBatch] : []), nextGroup, END_NAME];
    const entry = await readHeader(file.tar, planned);
    if (!entry.ok) return entry.error;
    const { name } = entry.value;
    if (name === END_NAME) return readEnd(file, entry.value, read);
    if (name === nextGroup) {
      groups += 1;
      const stop = yield* asEvents(readAttachments(file, entry.value, read));
      if (stop !== null) return stop;
    } else {
      const { batch, stop } = await readBatch(file, entry.value, read);
      if (batch !== null) yield { kind: 'batch', batch };
      if (stop !== null) return stop;
    }
  }
  return { trouble: 'tooLarge', detail: 'The file has more batches than a sync file may have.' };
}

async function* asEvents(
  attachments: AsyncGenerator<ReadAttachment, Stop | null>,
): AsyncGenerator<FileEvent, Stop | null> {
  for (;;) {
    const next = await attachments.next();
    if (next.done === true) return next.value;
    yield { kind: 'attachment', attachment: next.value };
  }
}

async function readSmall(tar: ByteReader, name: string, most: number) {
  const entry = await readHeader(tar, [name]);
  return entry.ok ? readBody(tar, entry.value, most) : entry;
}

async function readEnd(file: OpenFile, entry: TarEntry, read: ReadSoFar): Promise<Stop | null> {
  const body = await readBody(file.tar, entry, SYNC_FILE_LIMITS.maxManifestBytes);
  if (!body.ok) return body.error;
  const end = parseEnd(parseJson(body.value));
  if (end === null || endDigest(end) !== endDigest(read)) return FORGED;
  const statement = sealStatement('end', file.manifest, endDigest(end));
  return (await file.verify(statement, end.signature)) ? readNothingMore(file.tar) : FORGED;
}

/** Programs that write tar fill up with zeros, some to 10 KiB. */
const MOST_ZEROS = 64 * 1024;

/** Behind the end stands the end of the tar and nothing else, up to the last byte of what was locked (L2). */
async function readNothingMore(tar: ByteReader): Promise<Stop | null> {
  let zeros = 0;
  for (let part = await tar.some(MOST_ZEROS); part !== null; part = await tar.some(MOST_ZEROS)) {
    zeros += part.length;
    if (zeros > MOST_ZEROS || part.some((byte) => byte !== 0))
      return { trouble: 'unplannedEntry', detail: 'Behind its end the file goes on.' };
  }
  return null;
}
