import { describe, expect, it } from 'vitest';
import { PROTOCOL, RECEIPT_FORMAT, receiptLine, receiptStatement } from '../../core/protocol/index.ts';
import type { PushItem, SyncFileManifest, Verdict } from '../../core/protocol/index.ts';
import { makeKeyPair, readSyncFile } from '../../formats/syncFile/index.ts';
import { aResponse } from '../data/aResponse.ts';
import { keepDeviceKeys } from '../data/deviceKeys.ts';
import { compactOutbox } from '../data/outbox/compactOutbox.ts';
import { parkQueued } from '../data/outbox/moveQueued.ts';
import { readBatch } from '../data/readBatch.ts';
import { readDeviceStatus } from '../data/readDeviceStatus.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { rehearsedDevice } from '../data/rehearsedDevice.ts';
import { saveEnrolment } from '../data/saveEnrolment.ts';
import { settleBatch } from '../data/settleBatch.ts';
import { applyReceipt } from './applyReceipt.ts';
import type { FilePlace } from './filePlace.ts';
import { saveSyncFile } from './saveSyncFile.ts';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

async function pairOf() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return { privateKey, publicKey, jwk: { kty: 'EC', crv: 'P-256', x, y } as const };
}

/** An enrolled device with so many responses, and its server's keys. */
async function deviceWith(count: number) {
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
type Device = Awaited<ReturnType<typeof deviceWith>>;

/** A place in the browser's own store; `spoil` is what a bad stick does. */
async function placeFor(spoil: (file: File) => File = (file) => file) {
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

const save = (device: Device, place: FilePlace, signal = new AbortController().signal) =>
  saveSyncFile({ storage: device.storage, appVersion: '1', place, signal, onProgress: () => undefined });

async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks: BlobPart[] = [];
  for await (const chunk of packed) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  const plain = new Blob(chunks).stream().pipeThrough(new DecompressionStream('gzip'));
  yield new Uint8Array(await new Response(plain).arrayBuffer());
}

/** As the server reads it, with the device's public key. */
async function readBack({ own, files }: Device, file: File) {
  const items: PushItem[] = [];
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
    admit: () => Promise.resolve({ ok: true, value: verify } as const),
  };
  for await (const event of readSyncFile(bytes(), ports)) {
    last = event.kind;
    if (event.kind === 'manifest') manifest = event.manifest;
    if (event.kind === 'batch') items.push(...(event.batch.items as PushItem[]));
  }
  return { manifest, items, last };
}

/** What the server writes for these items. */
async function receiptFor(
  { receipts }: Pick<Device, 'receipts'>,
  items: readonly PushItem[],
  verdict: Verdict,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = { format: RECEIPT_FORMAT, version: 1, serverId: 's', deviceId: 'd', fileId: 'f' } as const;
  const said = items.map(({ responseId, rev, contentHash }) => ({ responseId, rev, contentHash, verdict }));
  const reply = { protocol: PROTOCOL, serverId: 's', batchId: 'f.1', now: 7, items: said };
  const seqs = items.map(({ seq }) => seq);
  const text = receiptLine(head) + receiptLine({ storeEpoch: 'epoch', seqs, reply });
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

const unsent = async ({ storage }: Device): Promise<number> => {
  const { waiting, parked } = await readDeviceStatus(storage);
  return waiting + parked.length;
};

describe('saving to a file', () => {
  it('L8 writes everything unsent, rows, segments and parked alike, signed and in order, and acknowledges nothing', async () => {
    const device = await deviceWith(12);
    device.storage.clock.wall += 120_000;
    await compactOutbox(device.storage, { size: 8, youngerThan: 60_000 });
    await parkQueued(device.storage, 10);
    const sent = await readBatch(device.storage, 2);
    await settleBatch(
      device.storage,
      (sent?.items ?? []).map(({ seq }) => ({ seq, verdict: 'stored' })),
    );
    const { place, file } = await placeFor();
    expect(await save(device, place)).toEqual({ ok: true, value: 10 });
    const read = await readBack(device, await file());
    expect(read.last).toBe('end');
    expect(read.items.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7, 8, 9, 11, 12, 10]);
    expect(read.manifest).toMatchObject({ deviceId: 'd', serverId: 's', responses: 10 });
    expect(await unsent(device)).toBe(10);
  });

  it('L8 says so when what is read back is not what was written', async () => {
    const device = await deviceWith(3);
    const { place } = await placeFor((file) => new File([file.slice(0, -1), 'x'], 'bad'));
    expect(await save(device, place)).toEqual({ ok: false, error: 'different' });
  });

  it('stops when it is cancelled, and everything is still here', async () => {
    const device = await deviceWith(3);
    const { place } = await placeFor();
    expect(await save(device, place, AbortSignal.abort())).toEqual({ ok: false, error: 'cancelled' });
    expect(await unsent(device)).toBe(3);
  });
});

describe('a receipt', () => {
  it('R4 acknowledges what is unsent, parked or not, once', async () => {
    const device = await deviceWith(5);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    await parkQueued(device.storage, 2);
    await settleBatch(device.storage, [{ seq: 1, verdict: 'stored' }]);
    const receipt = await receiptFor(device, items.slice(0, 4), 'stored');
    expect(await applyReceipt(device.storage, receipt)).toEqual({ ok: true, value: 3 });
    expect(await unsent(device)).toBe(1);
    expect(await applyReceipt(device.storage, receipt)).toEqual({ ok: true, value: 0 });
    expect(await unsent(device)).toBe(1);
    const kept = await device.storage.database.acknowledged.toArray();
    expect(kept.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 4],
    ]);
  });

  it('R4 leaves waiting what the verdict does not acknowledge, and what has another hash', async () => {
    const device = await deviceWith(2);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    await applyReceipt(device.storage, await receiptFor(device, items, 'retry'));
    const others = items.map((item) => ({ ...item, contentHash: '0'.repeat(64) }));
    await applyReceipt(device.storage, await receiptFor(device, others, 'stored'));
    expect(await unsent(device)).toBe(2);
  });

  it('R3 signed by somebody else, changed or cut changes nothing', async () => {
    const device = await deviceWith(2);
    const { items = [] } = (await readBatch(device.storage, 500)) ?? {};
    const forged = await receiptFor({ receipts: await pairOf() }, items, 'stored');
    expect(await applyReceipt(device.storage, forged)).toEqual({ ok: false, error: 'forged' });
    const real = await receiptFor(device, items, 'retry');
    const text = new TextDecoder().decode(real);
    const changed = new TextEncoder().encode(text.replaceAll('"retry"', '"stored"'));
    expect(await applyReceipt(device.storage, changed)).toEqual({ ok: false, error: 'forged' });
    for (let end = 0; end < real.length; end += 41)
      expect((await applyReceipt(device.storage, real.slice(0, end))).ok).toBe(false);
    expect(await unsent(device)).toBe(2);
  });
});
