import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleResponse, startS3, startTwoServers, untilTaken } from '../../testing/index.ts';
import type { TestDevice, TestStorage, TwoServers } from '../../testing/index.ts';
import { verifyPostgres } from '../../operations/index.ts';
import { hashOf, readS3Place, s3Store, type AttachmentStore } from '../index.ts';

const PART = 1_000;
const contents = randomBytes(3 * PART);
const photo = {
  name: 'photo.jpg',
  mediaType: 'image/jpeg',
  bytes: contents.length,
  sha256: createHash('sha256').update(contents).digest('hex'),
};

let storage: TestStorage;
let servers: TwoServers;
let bucket: AttachmentStore;
let device: TestDevice;
beforeEach(async () => {
  storage = await startS3();
  const place = readS3Place(storage.environment);
  if (!place.ok || place.value === null) throw new Error('no bucket');
  bucket = s3Store(place.value);
  servers = await startTwoServers(place.value);
  device = await servers.device();
  const item = device.seal(sampleResponse({ attachments: [photo], deviceId: device.deviceId }));
  await untilTaken(() => device.push([item]));
});
afterEach(async () => {
  await servers.stop();
  await storage.stop();
});

interface Reply {
  readonly status: number;
  readonly body: { readonly offset?: number; readonly complete?: boolean; readonly code?: string };
}

async function send(
  server: 0 | 1,
  path: string,
  init: { method: string; body: Uint8Array<ArrayBuffer> | string },
  headers = {},
) {
  const reply = await fetch(`${servers.origins[server]}/api/sync/attachments${path}`, {
    ...init,
    headers: { authorization: `Bearer ${device.token}`, ...headers },
  });
  return { status: reply.status, body: (await reply.json()) as Reply['body'] };
}

const ask = (server: 0 | 1): Promise<Reply> =>
  send(
    server,
    '',
    { method: 'POST', body: JSON.stringify({ protocol: 1, sha256: photo.sha256, bytes: photo.bytes }) },
    { 'content-type': 'application/json' },
  );

const part = (server: 0 | 1, offset: number): Promise<Reply> =>
  send(
    server,
    `/${photo.sha256}`,
    { method: 'PATCH', body: new Uint8Array(contents.subarray(offset, offset + PART)) },
    {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-length': String(photo.bytes),
    },
  );

it('[T4] [T5] an attachment whose next part comes to another server begins anew there; what one has taken in is complete at all', async () => {
  expect(await part(0, 0)).toMatchObject({ status: 200, body: { offset: PART } });
  expect(await part(1, PART)).toMatchObject({ status: 409, body: { code: 'upload_elsewhere' } });
  expect((await ask(1)).body).toMatchObject({ offset: 0, complete: false });
  for (let offset = 0; offset < photo.bytes; offset += PART)
    expect(await part(1, offset)).toMatchObject({ status: 200, body: { offset: offset + PART } });
  for (const server of [0, 1] as const)
    expect((await ask(server)).body).toMatchObject({ offset: photo.bytes, complete: true });
  // It comes too late to what was begun at the first one.
  expect((await part(0, PART)).body).toMatchObject({ offset: photo.bytes, complete: true });
  const held = await bucket.read(photo.sha256);
  expect(held === null ? null : await hashOf(held)).toBe(photo.sha256);
});

it('[T3] storage that does not answer leaves nothing complete, and verifying says that it did not look', async () => {
  await storage.stop();
  for (let offset = 0; offset < photo.bytes - PART; offset += PART)
    expect((await part(0, offset)).body).toMatchObject({ complete: false });
  expect(await part(0, photo.bytes - PART)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect((await ask(0)).status).toBe(503);
  expect(await verifyPostgres(servers.databaseUrl, bucket)).toMatchObject({
    value: { findings: [expect.stringContaining('attachments were not looked at')] },
  });
});
