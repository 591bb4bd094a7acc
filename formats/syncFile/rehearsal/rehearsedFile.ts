import { createGunzip, constants } from 'node:zlib';
import { Readable } from 'node:stream';
import { hashText, chainHash, CHAIN_START } from '../../../core/response/index.ts';
import type { PushItem, SyncFileManifest } from '../../../core/protocol/index.ts';
import {
  makeKeyPair,
  writeSyncFile,
  readSyncFile,
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

export interface RehearsedFile {
  readonly bytes: Uint8Array;
  readonly items: readonly PushItem[];
  readonly ports: SyncFilePorts;
}

export async function rehearsedFile(count: number, batchSize = 500, characters = 40): Promise<RehearsedFile> {
  const [signer, keys] = [await rehearsedSigner(), await makeKeyPair()];
  const items = itemsOf(count, characters);
  const source = {
    manifest: aManifest({ responses: count }),
    batches: inBatches(items, batchSize),
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
  readonly last: FileEvent | undefined;
}

export async function readWhole(
  bytes: Uint8Array,
  ports: SyncFilePorts,
  portion?: number,
): Promise<WholeRead> {
  const items: unknown[] = [];
  let last: FileEvent | undefined;
  for await (const event of readSyncFile(portionsOf(bytes, portion), ports)) {
    last = event;
    if (event.kind === 'batch') items.push(...event.batch.items);
  }
  return { items, last };
}
