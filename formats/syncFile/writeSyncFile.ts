import {
  END_NAME,
  MANIFEST_NAME,
  endDigest,
  itemsName,
  sealDigest,
  sealName,
  sealStatement,
  type PushItem,
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

export interface SyncFileSource {
  readonly manifest: SyncFileManifest;
  readonly batches: AsyncIterable<FileBatch>;
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

/** The tar alone. */
export async function* tarOf({ manifest, batches, sign }: SyncFileSource): AsyncGenerator<Bytes> {
  const entry = function* (name: string, body: Bytes): Generator<Bytes> {
    yield tarHeader({ name, size: body.length }, manifest.createdAt);
    yield body;
    yield new Uint8Array(paddingOf(body.length));
  };
  const head = bytesOf(`${JSON.stringify(manifest)}\n`);
  yield* entry(MANIFEST_NAME, head);
  let previous = await sha256(head);
  let number = 0;
  let responses = 0;
  for await (const { storeEpoch, firstSeq, items } of batches) {
    number += 1;
    const lines = items.map((item) => bytesOf(JSON.stringify(item)));
    const seal = {
      batchId: `${manifest.fileId}.${String(number)}`,
      storeEpoch,
      firstSeq,
      previous,
      lines: await Promise.all(lines.map(sha256)),
    };
    previous = sealDigest(seal);
    const signature = await sign(sealStatement('batch', manifest, previous));
    yield* entry(sealName(number), bytesOf(`${JSON.stringify({ ...seal, signature })}\n`));
    yield* entry(itemsName(number), withLineFeeds(lines));
    responses += items.length;
  }
  const end = { batches: number, responses, previous };
  const signature = await sign(sealStatement('end', manifest, endDigest(end)));
  yield* entry(END_NAME, bytesOf(`${JSON.stringify({ ...end, signature })}\n`));
  yield new Uint8Array(2 * BLOCK);
}

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

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
