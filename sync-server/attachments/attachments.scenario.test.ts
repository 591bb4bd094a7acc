import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../../core/response/index.ts';
import { rebuild } from '../ingest/index.ts';
import { sampleResponse, startTestServer, type TestDevice, type TestServer } from '../testing/index.ts';

const DAY = 86_400_000;

let server: TestServer;
let device: TestDevice;
beforeEach(async () => {
  server = await startTestServer();
  device = await server.device();
});
afterEach(() => server.stop());

const named = (contents: Buffer, name = 'photo.jpg'): Attachment => ({
  name,
  mediaType: 'image/jpeg',
  bytes: contents.length,
  sha256: createHash('sha256').update(contents).digest('hex'),
});

const push = async (...attachments: Attachment[]) => {
  const item = device.seal(sampleResponse({ attachments }));
  expect((await device.push([item])).body.items).toMatchObject([{ verdict: 'stored' }]);
  return item.responseId;
};

const ask = ({ sha256, bytes }: Attachment, by = device) =>
  by.post<Record<string, unknown>>(
    '/api/sync/attachments',
    { protocol: 1, sha256, bytes },
    { authorization: `Bearer ${by.token}` },
  );

async function part(attachment: Attachment, offset: number, contents: Buffer, by = device) {
  const reply = await fetch(`${server.origin}/api/sync/attachments/${attachment.sha256}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${by.token}`,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-length': String(attachment.bytes),
    },
    body: new Uint8Array(contents),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

const folder = (): string => join(server.folder, 'attachments');
const stored = (): string[] =>
  readdirSync(folder())
    .filter((name) => name !== 'incoming')
    .flatMap((name) => readdirSync(join(folder(), name)));
const incoming = (): string[] => readdirSync(join(folder(), 'incoming'));
const rows = () =>
  server.store.read
    .selectFrom('response_attachment')
    .select(['response_id', 'name', 'sha256'])
    .orderBy('name')
    .execute();

describe('an attachment', () => {
  it('T4 is not taken before a response names it, nor in another size', async () => {
    const contents = randomBytes(1_000);
    const photo = named(contents);
    expect(await ask(photo)).toMatchObject({
      status: 404,
      body: { code: 'attachment_unknown', retry: 'later' },
    });
    expect((await part(photo, 0, contents)).status).toBe(404);
    await push(photo);
    expect((await ask({ ...photo, bytes: 999 })).status).toBe(404);
    expect((await part({ ...photo, bytes: 5_000 }, 0, contents)).status).toBe(404);
    expect(await ask(photo)).toMatchObject({ status: 200, body: { offset: 0, complete: false } });
    expect(stored()).toEqual([]);
  });

  it('T5 comes in parts, and is complete only with the last byte', async () => {
    const contents = randomBytes(10_000);
    const photo = named(contents);
    await push(photo);
    for (let offset = 0; offset < contents.length; offset += 1_000) {
      const { status, body } = await part(photo, offset, contents.subarray(offset, offset + 1_000));
      const complete = offset === 9_000;
      expect([status, body['offset'], body['complete']]).toEqual([200, offset + 1_000, complete]);
      expect((await ask(photo)).body).toMatchObject({ offset: offset + 1_000, complete });
      expect(stored()).toEqual(complete ? [photo.sha256] : []);
    }
    expect(incoming()).toEqual([]);
  });

  it('T5 refuses a part that is not due, and takes no byte more than was said', async () => {
    const contents = randomBytes(3_000);
    const photo = named(contents);
    await push(photo);
    await part(photo, 0, contents.subarray(0, 1_000));
    expect(await part(photo, 0, contents)).toMatchObject({ status: 409, body: { code: 'upload_elsewhere' } });
    expect((await part(photo, 1_000, contents)).status).toBe(400);
    expect((await ask(photo)).body).toMatchObject({ complete: false });
  });

  it('T5 with other contents than its hash is thrown away, and may begin anew', async () => {
    const contents = randomBytes(3_000);
    const photo = named(contents);
    await push(photo);
    expect(await part(photo, 0, randomBytes(3_000))).toMatchObject({
      status: 422,
      body: { code: 'attachment_mismatch' },
    });
    expect((await ask(photo)).body).toMatchObject({ offset: 0, complete: false });
    expect([stored(), incoming()]).toEqual([[], []]);
    expect((await part(photo, 0, contents)).body).toMatchObject({ complete: true });
  });

  it('T5 that one device spoils is not spoilt for another', async () => {
    const contents = randomBytes(3_000);
    const photo = named(contents);
    await push(photo);
    const other = await server.device();
    await part(photo, 0, randomBytes(1_000), other);
    await part(photo, 0, contents.subarray(0, 1_000));
    expect((await part(photo, 1_000, contents.subarray(1_000))).body).toMatchObject({ complete: true });
    expect((await ask(photo, other)).body).toMatchObject({ offset: 3_000, complete: true });
  });

  it('T3 under two names is stored once; two contents under one name are two', async () => {
    const [one, two] = [randomBytes(500), randomBytes(500)];
    const first = await push(named(one, 'a.jpg'), named(one, 'b.jpg'));
    const second = await push(named(two, 'a.jpg'));
    await part(named(one), 0, one);
    await part(named(two), 0, two);
    expect(stored().sort()).toEqual([named(one).sha256, named(two).sha256].sort());
    expect(await rows()).toEqual(
      expect.arrayContaining([
        { response_id: first, name: 'a.jpg', sha256: named(one).sha256 },
        { response_id: first, name: 'b.jpg', sha256: named(one).sha256 },
        { response_id: second, name: 'a.jpg', sha256: named(two).sha256 },
      ]),
    );
  });

  it('T3 of which the last byte came before the server stopped is complete when it is asked for again', async () => {
    const contents = randomBytes(2_000);
    const photo = named(contents);
    await push(photo);
    await part(photo, 0, contents.subarray(0, 1_999));
    const { appendFileSync } = await import('node:fs');
    appendFileSync(
      join(folder(), 'incoming', `${photo.sha256}.${device.deviceId}`),
      contents.subarray(1_999),
    );
    expect((await ask(photo)).body).toMatchObject({ offset: 2_000, complete: true });
  });

  it('T3 that the folder holds is known again to a store of before it came', async () => {
    const contents = randomBytes(2_000);
    const photo = named(contents);
    await push(photo);
    await part(photo, 0, contents);
    await server.store.write((tx) => tx.deleteFrom('attachment').execute());
    expect((await ask(photo)).body).toMatchObject({ offset: 2_000, complete: true });
  });

  it('T3 of which the contents are gone is taken again', async () => {
    const contents = randomBytes(2_000);
    const photo = named(contents);
    await push(photo);
    await part(photo, 0, contents);
    rmSync(join(folder(), photo.sha256.slice(0, 2), photo.sha256));
    expect((await ask(photo)).body).toMatchObject({ offset: 0, complete: false });
    expect((await part(photo, 0, contents)).body).toMatchObject({ complete: true });
    expect(stored()).toEqual([photo.sha256]);
  });

  it('V7 that came with one of a pair that counts twice goes with both, by the id that the other was given', async () => {
    const [one, other] = [randomBytes(100), randomBytes(200)];
    const said = sampleResponse({ attachments: [named(one)] });
    await device.push([device.seal(said), device.seal({ ...said, attachments: [named(other)] })]);
    for (const contents of [one, other]) await part(named(contents), 0, contents);
    const person = await server.console();
    const { arrival } = await server.store.read
      .selectFrom('inbox')
      .where('conflict', '=', 1)
      .select('arrival')
      .executeTakeFirstOrThrow();
    await person.post(`/api/console/inbox/conflicts/${String(arrival)}/choice`, { choice: 'both' });
    const { apart_id: apart } = await server.store.read
      .selectFrom('correction')
      .select('apart_id')
      .executeTakeFirstOrThrow();
    const noted = await rows();
    await rebuild(server.store);
    expect([noted.length, await rows()]).toEqual([2, noted]);
    await person.post(`/api/console/responses/${apart ?? ''}/erasure`, {});
    expect([await rows(), stored()]).toEqual([[], []]);
  });

  it('T1 is noted for a response in quarantine and in conflict, and again by a rebuild', async () => {
    const photo = named(randomBytes(10));
    const said = sampleResponse({ attachments: [photo] });
    await device.push([
      device.seal(said),
      device.seal({ ...said, language: 'lv', attachments: [{ ...photo, name: 'c.jpg' }] }),
      device.seal(sampleResponse({ surveyId: 'unheard', attachments: [{ ...photo, name: 'q.jpg' }] })),
      device.sealText('broken', '{"attachments":[{"name":"../x"}]}'),
      device.seal(sampleResponse()),
    ]);
    const before = await rows();
    expect(before.map(({ name }) => name)).toEqual(['c.jpg', 'photo.jpg', 'q.jpg']);
    await rebuild(server.store);
    expect(await rows()).toEqual(before);
  });

  it('T5 that a device broke off is taken away after thirty days, when somebody asks next', async () => {
    const [broken, begun] = [randomBytes(2_000), randomBytes(2_000)];
    await push(named(broken), named(begun, 'b.jpg'));
    for (const contents of [broken, begun]) await part(named(contents), 0, contents.subarray(0, 10));
    const asOf = (contents: Buffer, days: number): void => {
      const moment = new Date(server.clock.now() - days * DAY);
      utimesSync(join(folder(), 'incoming', `${named(contents).sha256}.${device.deviceId}`), moment, moment);
    };
    asOf(begun, 28);
    asOf(broken, 31);
    await ask(named(begun));
    expect(incoming()).toEqual([`${named(begun).sha256}.${device.deviceId}`]);
    server.clock.advance(3 * DAY);
    await device.hello();
    expect((await ask(named(begun))).body).toMatchObject({ offset: 0 });
    expect(incoming()).toEqual([]);
  });

  it('V7 goes with the last response that names it', async () => {
    const contents = randomBytes(100);
    const [first, second] = [await push(named(contents)), await push(named(contents))];
    await part(named(contents), 0, contents);
    const person = await server.console();
    await person.post(`/api/console/responses/${first}/erasure`, {});
    expect(stored()).toHaveLength(1);
    await person.post(`/api/console/responses/${second}/erasure`, {});
    expect(stored()).toEqual([]);
    expect((await ask(named(contents))).status).toBe(404);
  });
});
