import {
  END_NAME,
  MANIFEST_NAME,
  attachmentName,
  attachmentSealDigest,
  attachmentSealName,
  endDigest,
  endMembers,
  itemsName,
  sealDigest,
  sealName,
  sealStatement,
  type PushItem,
  type SealedAttachment,
  type SyncFileManifest,
} from '../../core/protocol/index.ts';
import { encrypterFor } from './keys.ts';
import { BLOCK, paddingOf, tarHeader } from './tarHeader.ts';
import { sha256 } from './sha256.ts';

/** Up to 500 responses of one store epoch, in their order, as a push carries them. */
export interface FileBatch {
  readonly storeEpoch: string;
  readonly firstSeq: number;
  readonly items: readonly PushItem[];
}

/** Contents that responses name, read as they are written. Whoever gives them has seen that they have the hash. */
export interface FileAttachment extends SealedAttachment {
  readonly read: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
}

export interface SyncFileSource {
  readonly manifest: SyncFileManifest;
  readonly batches: AsyncIterable<FileBatch>;
  /** Up to 500 at a time, no contents twice. Read after the batches have come to their end. */
  readonly attachments?: AsyncIterable<readonly FileAttachment[]>;
  /** ECDSA P-256 over the UTF-8 bytes, base64url of r and s. */
  readonly sign: (statement: string) => Promise<string>;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The whole file as it goes to the disk: tar in gzip in age. One batch is in memory at a time; whoever reads sets the pace. */
export function writeSyncFile(
  source: SyncFileSource,
  recipients: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const packed = streamOf(tarOf(source)).pipeThrough(new CompressionStream('gzip'));
  return encrypterFor(recipients).encrypt(packed);
}

/** What has been written, as the end says it. */
interface Written {
  batches: number;
  responses: number;
  attachments: number;
  previous: string;
}

/** The tar alone. */
export async function* tarOf(source: SyncFileSource): AsyncGenerator<Bytes> {
  const { manifest, sign } = source;
  const head = jsonLine(manifest);
  yield* entry(manifest, MANIFEST_NAME, head);
  const written: Written = { batches: 0, responses: 0, attachments: 0, previous: await sha256(head) };
  yield* batchesOf(source, written);
  yield* attachmentsOf(source, written);
  const signature = await sign(sealStatement('end', manifest, endDigest(written)));
  yield* entry(manifest, END_NAME, jsonLine({ ...endMembers(written), signature }));
  yield new Uint8Array(2 * BLOCK);
}

async function* batchesOf(
  { manifest, batches, sign }: SyncFileSource,
  written: Written,
): AsyncGenerator<Bytes> {
  for await (const { storeEpoch, firstSeq, items } of batches) {
    written.batches += 1;
    const number = written.batches;
    const lines = items.map((item) => bytesOf(JSON.stringify(item)));
    const seal = {
      batchId: `${manifest.fileId}.${String(number)}`,
      storeEpoch,
      firstSeq,
      previous: written.previous,
      lines: await Promise.all(lines.map(sha256)),
    };
    written.previous = sealDigest(seal);
    written.responses += items.length;
    const signature = await sign(sealStatement('batch', manifest, written.previous));
    yield* entry(manifest, sealName(number), jsonLine({ ...seal, signature }));
    yield* entry(manifest, itemsName(number), withLineFeeds(lines));
  }
}

async function* attachmentsOf(
  { manifest, attachments, sign }: SyncFileSource,
  written: Written,
): AsyncGenerator<Bytes> {
  let number = 0;
  for await (const group of attachments ?? []) {
    number += 1;
    const sealed = group.map(({ sha256, bytes }) => ({ sha256, bytes }));
    const seal = { previous: written.previous, attachments: sealed };
    written.previous = attachmentSealDigest(seal);
    written.attachments += group.length;
    const signature = await sign(sealStatement('attachments', manifest, written.previous));
    yield* entry(manifest, attachmentSealName(number), jsonLine({ ...seal, signature }));
    for (const attachment of group) yield* contentsOf(manifest, attachment);
  }
}

async function* contentsOf(
  manifest: SyncFileManifest,
  { sha256, bytes, read }: FileAttachment,
): AsyncGenerator<Bytes> {
  yield tarHeader({ name: attachmentName(sha256), size: bytes }, manifest.createdAt);
  let length = 0;
  for await (const part of read()) {
    length += part.length;
    yield part;
  }
  if (length !== bytes) throw new Error(`attachment ${sha256} has not the size that was signed`);
  yield new Uint8Array(paddingOf(bytes));
}

function* entry({ createdAt }: SyncFileManifest, name: string, body: Bytes): Generator<Bytes> {
  yield tarHeader({ name, size: body.length }, createdAt);
  yield body;
  yield new Uint8Array(paddingOf(body.length));
}

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

const jsonLine = (value: object): Bytes => bytesOf(`${JSON.stringify(value)}\n`);

function withLineFeeds(lines: readonly Bytes[]): Bytes {
  const body = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    body.set(line, at);
    at += line.length + 1;
    body[at - 1] = 0x0a;
  }
  return body;
}

const streamOf = (chunks: AsyncGenerator<Bytes>): ReadableStream<Bytes> =>
  new ReadableStream<Bytes>(
    {
      pull: async (controller) => {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
