import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  PROTOCOL,
  RECEIPT_FORMAT,
  receiptLine,
  receiptStatement,
  type AttachmentWord,
  type PushItem,
  type SyncFileManifest,
  type Verdict,
} from '../../core/protocol/index.ts';
import { makeKeyPair, readSyncFile } from '../../formats/syncFile/index.ts';
import { aResponse } from '../data/aResponse.ts';
import { keepDeviceKeys } from '../data/deviceKeys.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { rehearsedDevice } from '../data/rehearsedDevice.ts';
import { saveEnrolment } from '../data/saveEnrolment.ts';
import type { FilePlace } from './filePlace.ts';
import { saveSyncFile, type SaveProgress } from './saveSyncFile.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** What a device or a server signs with. */
export async function pairOf() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return { privateKey, publicKey, jwk: { kty: 'EC', crv: 'P-256', x, y } as const };
}

/** An enrolled device with so many responses, and its server's keys. */
export async function deviceWith(count: number) {
  const storage = rehearsedDevice();
  const [own, receipts, files] = await Promise.all([pairOf(), pairOf(), makeKeyPair()]);
  await keepDeviceKeys(storage, { privateKey: own.privateKey, publicKey: own.jwk, installId: 'install' });
  await saveEnrolment(storage, {
    enrolment: {
      serverId: 's',
      deviceId: 'd',
      deviceName: 'Till 1',
      devicePin: '1234',
      enrolledAt: 1,
      code: 'c',
    },
    touchpoint: { touchpointId: 't', name: 'Till', timezone: 'UTC' },
    survey: { surveyId: 's', questionnaireId: 'q', questionnaireVersion: '1', definition: { id: 'q' } },
    fileKeys: { recipients: [files.recipient], receiptKey: receipts.jwk },
  });
  for (let made = 0; made < count; made += 1) await recordResponse(storage, aResponse());
  return { storage, own, receipts, files };
}
export type Device = Awaited<ReturnType<typeof deviceWith>>;

/** A place in the browser's own store; `spoil` is what a bad stick does. */
export async function placeFor(spoil: (file: File) => File = (file) => file) {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(crypto.randomUUID(), { create: true });
  const writer = (await handle.createWritable()) as WritableStream<Uint8Array<ArrayBuffer>>;
  const place: FilePlace = {
    writer,
    reopen: async () => spoil(await handle.getFile()),
    handOver: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
  return { place, file: () => handle.getFile() };
}

export const save = (
  device: Device,
  place: FilePlace,
  signal = new AbortController().signal,
  onProgress: (progress: SaveProgress) => void = () => undefined,
) => saveSyncFile({ storage: device.storage, appVersion: '1', place, signal, onProgress });

async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks: BlobPart[] = [];
  for await (const chunk of packed) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  const plain = new Blob(chunks).stream().pipeThrough(new DecompressionStream('gzip'));
  yield new Uint8Array(await new Response(plain).arrayBuffer());
}

/** As the server reads it, with the device's public key. */
export async function readBack({ own, files }: Device, file: File) {
  const items: PushItem[] = [];
  const attachments: string[] = [];
  let manifest: SyncFileManifest | null = null;
  let last = '';
  async function* bytes() {
    yield await file.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  }
  const verify = (statement: string, signature: string): Promise<boolean> => {
    const text = atob(signature.replaceAll('-', '+').replaceAll('_', '/'));
    const signed = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return crypto.subtle.verify(SIGNING, own.publicKey, signed, new TextEncoder().encode(statement));
  };
  const ports = {
    identities: [files.identity],
    gunzip,
    newDigest: () => {
      const digest = sha256.create();
      return { update: (bytes: Uint8Array) => digest.update(bytes), hex: () => bytesToHex(digest.digest()) };
    },
    admit: () => Promise.resolve({ ok: true, value: verify } as const),
  };
  for await (const event of readSyncFile(bytes(), ports)) {
    last = event.kind;
    if (event.kind === 'manifest') manifest = event.manifest;
    if (event.kind === 'batch') items.push(...(event.batch.items as PushItem[]));
    if (event.kind === 'attachment') attachments.push(event.attachment.sha256);
  }
  return { manifest, items, attachments, last };
}

/** What the server writes for these items. */
export async function receiptFor(
  { receipts }: Pick<Device, 'receipts'>,
  items: readonly PushItem[],
  verdict: Verdict,
  attachments: readonly AttachmentWord[] = [],
  { serverEpoch = 'server epoch', now = 7 } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const head = { format: RECEIPT_FORMAT, version: 1, serverId: 's', deviceId: 'd', fileId: 'f' } as const;
  const said = items.map(({ responseId, rev, contentHash }) => ({ responseId, rev, contentHash, verdict }));
  const reply = { protocol: PROTOCOL, serverId: 's', batchId: 'f.1', now, held: said.length, items: said };
  const seqs = items.map(({ seq }) => seq);
  const text =
    receiptLine(head) +
    (items.length === 0 ? '' : receiptLine({ storeEpoch: 'epoch', serverEpoch, seqs, reply })) +
    (attachments.length === 0 ? '' : receiptLine({ serverEpoch, now, attachments }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const statement = new TextEncoder().encode(receiptStatement(head, hex));
  const signature = new Uint8Array(await crypto.subtle.sign(SIGNING, receipts.privateKey, statement));
  const written = btoa(String.fromCharCode(...signature))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return new TextEncoder().encode(text + receiptLine({ signature: written }));
}
