import { describe, expect, it } from 'vitest';
import { ATTACHMENT_LIMITS, hashText, type Attachment } from '../../../core/response/index.ts';
import { aCommit } from '../../data/aCommit.ts';
import { aResponse } from '../../data/aResponse.ts';
import { readAttachmentStatus } from '../../data/attachments/attachmentStatus.ts';
import { keepAttachment } from '../../data/attachments/keepAttachment.ts';
import { pruneAttachments } from '../../data/attachments/pruneAttachments.ts';
import { recordResponse } from '../../data/recordResponse.ts';
import { rehearsedDevice, type SetClock } from '../../data/rehearsedDevice.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { settleBatch } from '../../data/settleBatch.ts';
import type { Exchange } from '../../transport/exchange.ts';
import { storedAttachments } from './storedAttachments.ts';
import { uploadAttachments, type AttachmentNetwork } from './uploadAttachments.ts';

const SERVER = 'server-1';
const DAY = 86_400_000;
const { partBytes } = ATTACHMENT_LIMITS;
type Device = DeviceStorage & { readonly clock: SetClock };

const reply = (status: number, body: object): Exchange => ({
  kind: 'reply',
  reply: { status, contentType: 'application/json', body: { protocol: 1, serverId: SERVER, ...body } },
});

/** Takes parts as the server does; `cut` says of each request whether its answer is lost. */
class RehearsedServer implements AttachmentNetwork {
  readonly held = new Map<string, Uint8Array<ArrayBuffer>[]>();
  readonly requests: string[] = [];
  cut: (nth: number) => 'before' | 'after' | null = () => null;
  refusal: Exchange | null = null;

  ask = (_token: string, attachment: Attachment) =>
    this.#answer('ask', attachment, () => this.#said(attachment));
  send = (_token: string, attachment: Attachment, offset: number, part: ArrayBuffer) =>
    this.#answer(`send ${String(offset)}`, attachment, () => {
      if (offset !== this.#offset(attachment)) return reply(409, { code: 'upload_elsewhere' });
      this.held.set(attachment.sha256, [...(this.held.get(attachment.sha256) ?? []), new Uint8Array(part)]);
      return this.#said(attachment);
    });

  #answer(what: string, { bytes }: Attachment, act: () => Exchange): Promise<Exchange> {
    this.requests.push(`${what} of ${String(bytes)}`);
    const cut = this.cut(this.requests.length);
    if (cut === 'before') return Promise.resolve({ kind: 'unreachable' });
    const answer = this.refusal ?? act();
    return Promise.resolve(cut === 'after' ? { kind: 'timedOut' } : answer);
  }

  #offset({ sha256 }: Attachment): number {
    return (this.held.get(sha256) ?? []).reduce((sum, part) => sum + part.length, 0);
  }

  #said(attachment: Attachment): Exchange {
    const offset = this.#offset(attachment);
    return reply(200, {
      sha256: attachment.sha256,
      bytes: attachment.bytes,
      offset,
      complete: offset === attachment.bytes,
    });
  }
}

const contentsOf = (bytes: number, seed = 7): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: bytes }, (_, at) => (at * seed + (at >> 8)) % 251);

async function give(device: Device, bytes: number, seed?: number): Promise<Attachment> {
  const kept = await keepAttachment(
    device,
    new Blob([contentsOf(bytes, seed)], { type: 'image/jpeg' }),
    'photo',
  );
  if (!kept.ok) throw new Error(kept.error.detail);
  return kept.value;
}

async function record(device: Device, ...attachments: Attachment[]): Promise<number> {
  const recorded = await recordResponse(device, aResponse('4', { attachments }));
  if (!recorded.ok) throw new Error(recorded.error.detail);
  return recorded.value.seq;
}

const acknowledge = async (device: Device, ...seqs: number[]): Promise<void> =>
  settleBatch(
    device,
    seqs.map((seq) => ({ seq, verdict: 'stored' as const })),
    await aCommit(device, 1),
  );

/** Time that passes when somebody waits for it. */
function upload(device: Device, network: AttachmentNetwork, isMetered = false) {
  let now = 0;
  const clock = { now: () => device.clock.now(), monotonic: () => now };
  const memory = storedAttachments(device, () => isMetered);
  const files = uploadAttachments({ clock, random: device.random, network, memory, serverId: SERVER });
  return {
    step: () => files.sendPart('token'),
    /** Asked every ten minutes, up to a moment. */
    until: async (end: number): Promise<void> => {
      for (; now < end; now += 10 * 60_000) await files.sendPart('token');
    },
    run: async (steps: number): Promise<void> => {
      for (let step = 0; step < steps; step += 1) now = Math.max(now, (await files.sendPart('token')).next);
    },
  };
}

const wholeOf = (server: RehearsedServer, { sha256 }: Attachment): Promise<string> =>
  new Blob(server.held.get(sha256) ?? []).text();

describe('T2 an attachment', () => {
  it('goes after its response was acknowledged, not before; small ones first', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    const [large, small] = [await give(device, partBytes + 10), await give(device, 10)];
    const upstream = upload(device, server);
    await upstream.run(3);
    const seq = await record(device, large, small);
    await upstream.run(3);
    expect(server.requests).toEqual([]);
    expect(await readAttachmentStatus(device)).toMatchObject({ photos: 2, bytes: partBytes + 20 });
    await acknowledge(device, seq);
    await upstream.run(10);
    expect(server.requests).toEqual([
      'ask of 10',
      'send 0 of 10',
      `ask of ${String(partBytes + 10)}`,
      `send 0 of ${String(partBytes + 10)}`,
      `send ${String(partBytes)} of ${String(partBytes + 10)}`,
    ]);
    expect(await wholeOf(server, large)).toBe(await new Blob([contentsOf(partBytes + 10)]).text());
    expect(await readAttachmentStatus(device)).toMatchObject({ photos: 0, bytes: 0 });
  });

  it.each(['before', 'after'] as const)('T4 cut %s each request arrives whole, once', async (where) => {
    for (let nth = 1; nth <= 4; nth += 1) {
      const device = rehearsedDevice();
      const server = new RehearsedServer();
      const photo = await give(device, 2 * partBytes + 5);
      await acknowledge(device, await record(device, photo));
      server.cut = (request) => (request === nth ? where : null);
      await upload(device, server).run(12);
      expect(await wholeOf(server, photo)).toBe(await new Blob([contentsOf(2 * partBytes + 5)]).text());
      expect(await readAttachmentStatus(device)).toMatchObject({ photos: 0 });
    }
  });

  it('T4 goes on after a restart of the page where the server says', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    const photo = await give(device, 2 * partBytes);
    await acknowledge(device, await record(device, photo));
    await upload(device, server).run(2);
    await upload(device, server).run(5);
    expect(server.requests.map((request) => request.split(' of ')[0])).toEqual([
      'ask',
      'send 0',
      'ask',
      `send ${String(partBytes)}`,
    ]);
  });

  it('T3 with contents that are there already is not sent', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    const [one, other] = [await give(device, 100), await give(device, 100)];
    expect([one.sha256 === other.sha256, one.name === other.name]).toEqual([true, false]);
    await acknowledge(device, await record(device, one, other));
    await upload(device, server).run(6);
    expect(server.requests.filter((request) => request.startsWith('send'))).toHaveLength(1);
    expect(await readAttachmentStatus(device)).toMatchObject({ photos: 0 });
  });

  it('T6 is confirmed by nobody but its server', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    const photo = await give(device, 100);
    await acknowledge(device, await record(device, photo));
    const foreign = { sha256: photo.sha256, bytes: 100, offset: 100, complete: true };
    for (const body of [
      { ...foreign, serverId: 'another' },
      { ...foreign, sha256: hashText('another') },
      {},
    ]) {
      server.refusal = reply(200, body);
      await upload(device, server).run(2);
    }
    expect(await readAttachmentStatus(device)).toMatchObject({ photos: 1 });
  });

  it('T7 that is damaged on the device is shown, and not sent', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    const photo = await give(device, 100);
    await device.database.attachmentChunks.put({
      name: photo.name,
      index: 0,
      bytes: contentsOf(100, 3).buffer,
    });
    await acknowledge(device, await record(device, photo));
    const upstream = upload(device, server);
    await upstream.run(1);
    server.refusal = reply(422, { code: 'attachment_mismatch' });
    await upstream.run(1);
    server.refusal = null;
    await upstream.run(3);
    expect(await readAttachmentStatus(device)).toMatchObject({ photos: 0, damaged: 1 });
    expect(server.requests).toHaveLength(2);
  });

  it('T7 of a response that was erased is asked for less and less often, waits for nobody and goes with its response', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    const photo = await give(device, 100);
    const seq = await record(device, photo);
    await acknowledge(device, seq);
    server.refusal = reply(404, { code: 'attachment_unknown', retry: 'later' });
    const upstream = upload(device, server);
    const asked: number[] = [];
    for (let day = 1; day <= 3; day += 1) {
      await upstream.until(day * DAY);
      asked.push(server.requests.length);
    }
    // After 10 minutes, 20, 40, and so on up to a day.
    expect(asked).toEqual([8, 9, 10]);
    expect(await readAttachmentStatus(device)).toMatchObject({ photos: 0, damaged: 0 });
    await pruneAttachments(device, 0);
    expect(await device.database.attachments.count()).toBe(1);
    await device.database.responses.delete(seq);
    await pruneAttachments(device);
    expect([
      await device.database.attachments.count(),
      await device.database.attachmentChunks.count(),
    ]).toEqual([0, 0]);
  });

  it('T7 that was not wanted is sent all the same once the server wants it', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    const photo = await give(device, 100);
    await acknowledge(device, await record(device, photo));
    server.refusal = reply(404, { code: 'attachment_unknown', retry: 'later' });
    const upstream = upload(device, server);
    await upstream.until(1);
    server.refusal = null;
    await upstream.until(DAY);
    expect(await wholeOf(server, photo)).toBe(await new Blob([contentsOf(100)]).text());
    const row = await device.database.attachments.get(photo.name);
    expect([row?.confirmed === undefined, row?.unwantedSince]).toEqual([false, undefined]);
  });

  it('T8 waits on a network that costs by volume, where that was wanted', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    await acknowledge(device, await record(device, await give(device, 100)));
    await device.database.meta.put({ key: 'pauseOnMetered', value: true });
    await upload(device, server, true).run(3);
    expect(server.requests).toEqual([]);
    await upload(device, server, false).run(3);
    expect(server.requests).toHaveLength(2);
  });

  it('B6 asks for a new token', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    await acknowledge(device, await record(device, await give(device, 100)));
    server.refusal = reply(401, { code: 'token_invalid' });
    expect(await upload(device, server).step()).toMatchObject({ tokenIsGood: false });
  });

  it('T6 is kept as long as its response, and asked for again by another store of the server', async () => {
    const device = rehearsedDevice();
    const server = new RehearsedServer();
    const [old, left] = [await give(device, 100), await give(device, 200)];
    const seq = await record(device, old);
    await acknowledge(device, seq);
    await upload(device, server).run(4);
    device.clock.wall += 2 * 86_400_000;
    await pruneAttachments(device);
    expect(await device.database.attachments.toCollection().primaryKeys()).toEqual([old.name]);
    expect(await device.database.attachmentChunks.count()).toBe(1);
    expect(left.bytes).toBe(200);
    const status = {
      contactAt: 1,
      server: { serverEpoch: 'restored', storeEpoch: 'e', highWater: 0, held: 0 },
    };
    await device.database.meta.put({ key: 'syncStatus', value: status });
    server.held.clear();
    await upload(device, server).run(4);
    expect(server.held.size).toBe(1);
    await device.database.responses.delete(seq);
    await pruneAttachments(device);
    expect(await device.database.attachments.count()).toBe(0);
  });
});
