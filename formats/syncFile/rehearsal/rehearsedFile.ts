import { createHash } from 'node:crypto';
import { createGunzip, constants } from 'node:zlib';
import { Readable } from 'node:stream';
import { hashText, chainHash, CHAIN_START } from '../../../core/response/index.ts';
import type { PushItem, SyncFileManifest } from '../../../core/protocol/index.ts';
import {
  makeKeyPair,
  writeSyncFile,
  readSyncFile,
  type FileAttachment,
  type FileEvent,
  type FileBatch,
  type SyncFilePorts,
} from '../index.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A device's key, as WebCrypto makes it. */
export async function rehearsedSigner() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify']);
  return {
    sign: async (statement: string): Promise<string> =>
      Buffer.from(await crypto.subtle.sign(SIGNING, privateKey, Buffer.from(statement))).toString(
        'base64url',
      ),
    verify: async (statement: string, signature: string): Promise<boolean> =>
      crypto.subtle.verify(SIGNING, publicKey, Buffer.from(signature, 'base64url'), Buffer.from(statement)),
  };
}

export const aManifest = (changes: Partial<SyncFileManifest> = {}): SyncFileManifest => ({
  format: 'earshot-sync-file',
  version: 1,
  fileId: 'file-1',
  serverId: 'server-1',
  deviceId: 'device-1',
  deviceName: 'Terminal 1',
  touchpointId: 'till-1',
  appVersion: '0.1.0',
  createdAt: Date.UTC(2026, 10, 22, 12),
  clockOffset: 0,
  responses: 0,
  ...changes,
});

/** Items of a device's chain, each with so many characters. */
export function itemsOf(count: number, characters = 40): PushItem[] {
  let chain = CHAIN_START;
  return Array.from({ length: count }, (_, index) => {
    const seq = index + 1;
    const payload = JSON.stringify({ said: `Nr. ${String(seq)} – «ļoti labi»`.padEnd(characters, 'x') });
    const contentHash = hashText(payload);
    chain = chainHash(chain, seq, contentHash);
    return { responseId: `response-${String(seq)}`, rev: 1, seq, contentHash, chain, payload };
  });
}

export async function* inBatches(items: readonly PushItem[], size: number): AsyncGenerator<FileBatch> {
  for (let from = 0; from < items.length; from += size)
    yield { storeEpoch: 'epoch-1', firstSeq: 1, items: items.slice(from, from + size) };
}

/** Contents that no two numbers have alike, of so many bytes; like a photo, they can't be packed any further. */
export function attachmentOf(number: number, bytes: number): FileAttachment {
  let state = number + 1;
  const contents = new Uint8Array(bytes).map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state >>> 24;
  });
  async function* read() {
    for (let from = 0; from < bytes; from += 1_000)
      yield await Promise.resolve(contents.slice(from, from + 1_000));
  }
  return { sha256: createHash('sha256').update(contents).digest('hex'), bytes, read };
}

export async function* inGroups(
  attachments: readonly FileAttachment[],
  size: number,
): AsyncGenerator<readonly FileAttachment[]> {
  for (let from = 0; from < attachments.length; from += size) yield attachments.slice(from, from + size);
}

export interface RehearsedFile {
  readonly bytes: Uint8Array;
  readonly items: readonly PushItem[];
  readonly ports: SyncFilePorts;
}

export async function rehearsedFile(
  count: number,
  batchSize = 500,
  characters = 40,
  attachments: readonly FileAttachment[] = [],
): Promise<RehearsedFile> {
  const [signer, keys] = [await rehearsedSigner(), await makeKeyPair()];
  const items = itemsOf(count, characters);
  const source = {
    manifest: aManifest({ responses: count }),
    batches: inBatches(items, batchSize),
    attachments: inGroups(attachments, 2),
    sign: signer.sign,
  };
  const bytes = await bytesOf(await writeSyncFile(source, [keys.recipient]));
  return { bytes, items, ports: portsFor(keys.identity, signer.verify) };
}

export const portsFor = (
  identity: string,
  verify: (statement: string, signature: string) => Promise<boolean>,
): SyncFilePorts => ({
  identities: [identity],
  gunzip: (packed) => Readable.from(packed).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })),
  newDigest: () => {
    const digest = createHash('sha256');
    return { update: (bytes) => digest.update(bytes), hex: () => digest.digest('hex') };
  },
  admit: () => Promise.resolve({ ok: true, value: verify }),
});

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

/** In portions, as from a disk. */
async function* portionsOf(bytes: Uint8Array, portion = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += portion) yield bytes.slice(from, from + portion);
}

export interface WholeRead {
  readonly items: readonly unknown[];
  /** Of the attachments that came whole and have their hash, the hashes. */
  readonly attachments: readonly string[];
  readonly last: FileEvent | undefined;
}

export async function readWhole(
  bytes: Uint8Array,
  ports: SyncFilePorts,
  portion?: number,
): Promise<WholeRead> {
  const items: unknown[] = [];
  const attachments: string[] = [];
  let last: FileEvent | undefined;
  for await (const event of readSyncFile(portionsOf(bytes, portion), ports)) {
    last = event;
    if (event.kind === 'batch') items.push(...event.batch.items);
    if (event.kind === 'attachment') {
      const digest = createHash('sha256');
      for await (const portion of event.attachment.contents) digest.update(portion);
      if (digest.digest('hex') === event.attachment.sha256) attachments.push(event.attachment.sha256);
    }
  }
  return { items, attachments, last };
}
