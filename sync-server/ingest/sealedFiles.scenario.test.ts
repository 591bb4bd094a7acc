import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../../core/response/index.ts';
import { sealFile, sealTo } from '../../formats/sealed/index.ts';
import { makeKeyPair, type KeyPair } from '../../formats/syncFile/index.ts';
import { folderStore, openAttachments } from '../attachments/index.ts';
import {
  SAMPLE,
  sampleResponse,
  startTestServer,
  type TestConsole,
  type TestDevice,
  type TestServer,
} from '../testing/index.ts';
import { openWaiting, rebuild } from './index.ts';

const VERSION = 'sealed-1';
const PHOTO = Buffer.alloc(150_000, 'what the photo shows ');

let server: TestServer;
let office: TestConsole;
let device: TestDevice;
let key: KeyPair;
let scratch: string;
beforeEach(async () => {
  server = await startTestServer();
  office = await server.console();
  device = await server.device();
  key = await makeKeyPair();
  scratch = mkdtempSync(join(tmpdir(), 'earshot-'));
  await office.post('/api/console/project-keys', { recipient: key.recipient });
  const definition = { ...SAMPLE, version: VERSION };
  await office.post('/api/console/surveys', {
    surveyId: 'visit',
    definition,
    touchpointIds: ['sample'],
    sealed: true,
  });
});
afterEach(async () => {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const sha256Of = (contents: Uint8Array): string => createHash('sha256').update(contents).digest('hex');

/** A photo, as the device seals it. */
async function sealedPhoto(name: string, contents = PHOTO, recipient = key.recipient) {
  const plain = { stream: new Blob([new Uint8Array(contents)]).stream(), bytes: contents.length };
  const file = Buffer.from(await new Response((await sealFile([recipient], plain)).stream).arrayBuffer());
  const sealedAs: Attachment = {
    name: `${name}.age`,
    mediaType: 'application/octet-stream',
    bytes: file.length,
    sha256: sha256Of(file),
  };
  const sha256 = sha256Of(contents);
  return { file, inside: { name, mediaType: 'image/jpeg', bytes: contents.length, sha256, sealedAs } };
}

type Photo = Awaited<ReturnType<typeof sealedPhoto>>;

async function push(...photos: readonly { readonly inside: Attachment }[]): Promise<string> {
  const response = sampleResponse({
    questionnaireVersion: VERSION,
    deviceId: device.deviceId,
    attachments: photos.map(({ inside }) => inside),
  });
  const { responseId, rev, payload, contentHash } = await sealTo([key.recipient], response);
  const pushed = await device.push([device.place(responseId, rev, payload, contentHash)]);
  expect(pushed.body.items[0]?.verdict).toBe('stored');
  return responseId;
}

async function bring({ file, inside }: Photo): Promise<void> {
  expect((await device.upload(inside.sealedAs, file)).body).toMatchObject({ complete: true });
}

const open = async (...identities: readonly string[]) => {
  await openWaiting(server, identities);
  const contents = folderStore(join(server.folder, 'attachments'));
  return openAttachments({ store: server.store, clock: server.clock, contents, scratch }, identities);
};
const fileOf = (sha256: string): string => join(server.folder, 'attachments', sha256.slice(0, 2), sha256);
const noted = () => server.store.read.selectFrom('opened_attachment').selectAll().orderBy('name').execute();
const NONE = { opened: 0, missing: 0, otherKey: 0, damaged: [] };

describe('[K12] a file of a sealed response', () => {
  it('is opened beside what came, under its own hash, once', async () => {
    const photo = await sealedPhoto('photo-1.jpg');
    await push(photo);
    await bring(photo);
    expect(await open((await makeKeyPair()).identity)).toEqual(NONE);
    expect(existsSync(fileOf(photo.inside.sha256))).toBe(false);
    expect(await open(key.identity)).toEqual({ ...NONE, opened: 1 });
    expect(await open(key.identity)).toEqual(NONE);
    expect(readFileSync(fileOf(photo.inside.sha256))).toEqual(PHOTO);
    expect(readFileSync(fileOf(photo.inside.sealedAs.sha256))).toEqual(photo.file);
    const before = await noted();
    expect(before).toMatchObject([{ name: 'photo-1.jpg', media_type: 'image/jpeg', bytes: PHOTO.length }]);
    await rebuild(server.store);
    expect(await noted()).toEqual(before);
  });

  it('that comes after its response was opened is opened the next time', async () => {
    const photo = await sealedPhoto('photo-1.jpg');
    await push(photo);
    expect(await open(key.identity)).toEqual({ ...NONE, missing: 1 });
    await bring(photo);
    expect(await open((await makeKeyPair()).identity)).toEqual({ ...NONE, otherKey: 1 });
    expect(await open(key.identity)).toEqual({ ...NONE, opened: 1 });
  });

  it('of which the opened contents were lost is opened once more', async () => {
    const photo = await sealedPhoto('photo-1.jpg');
    await push(photo);
    await bring(photo);
    await open(key.identity);
    rmSync(fileOf(photo.inside.sha256));
    expect(await open(key.identity)).toEqual({ ...NONE, opened: 1 });
    expect(readFileSync(fileOf(photo.inside.sha256))).toEqual(PHOTO);
  });

  it('that is not what the response says, or came to harm here, stays sealed and is named', async () => {
    const [other, harmed, sound] = [
      await sealedPhoto('a.jpg'),
      await sealedPhoto('b.jpg', Buffer.alloc(200_000, 'another ')),
      await sealedPhoto('c.jpg', Buffer.from('a third')),
    ];
    await push({ inside: { ...other.inside, sha256: sha256Of(Buffer.from('else')) } }, harmed, sound);
    for (const photo of [other, harmed, sound]) await bring(photo);
    writeFileSync(fileOf(harmed.inside.sealedAs.sha256), harmed.file.fill(7, 100_000, 100_010));
    expect(await open(key.identity)).toEqual({ ...NONE, opened: 1, damaged: ['a.jpg', 'b.jpg'] });
    expect(existsSync(fileOf(other.inside.sha256))).toBe(false);
  });

  it('is not taken from another response than the one that it came with', async () => {
    const own = await sealedPhoto('own.jpg');
    await push(own);
    await bring(own);
    const claiming = sampleResponse({
      questionnaireVersion: VERSION,
      deviceId: device.deviceId,
      attachments: [{ ...own.inside, name: 'claimed.jpg' }],
    });
    const sealed = await sealTo([key.recipient], claiming);
    const { attachments: _, ...without } = JSON.parse(sealed.payload) as { attachments: unknown };
    await device.push([device.sealText(sealed.responseId, JSON.stringify(without))]);
    expect(await open(key.identity)).toEqual({ ...NONE, opened: 1 });
    expect((await noted()).map(({ name }) => name)).toEqual(['own.jpg']);
  });

  it('V7 goes with its response, sealed and opened, but for contents that another one has', async () => {
    const [one, two] = [await sealedPhoto('one.jpg'), await sealedPhoto('two.jpg')];
    const [first, second] = [await push(one), await push(two)];
    for (const photo of [one, two]) await bring(photo);
    expect(await open(key.identity)).toEqual({ ...NONE, opened: 1 });
    const erase = (id: string) => office.post(`/api/console/responses/${id}/erasure`, {});
    await erase(first);
    expect([one, two].map(({ inside }) => existsSync(fileOf(inside.sealedAs.sha256)))).toEqual([false, true]);
    expect(existsSync(fileOf(one.inside.sha256))).toBe(true);
    await erase(second);
    expect(existsSync(fileOf(one.inside.sha256))).toBe(false);
    expect(await noted()).toEqual([]);
  });
});
