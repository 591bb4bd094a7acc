import { Decrypter } from 'age-encryption';
import { expect, it } from 'vitest';
import { makeKeyPair } from '../syncFile/index.ts';
import { openFile, sealFile } from './index.ts';

const [project, recovery, stranger] = await Promise.all([makeKeyPair(), makeKeyPair(), makeKeyPair()]);
const RECIPIENTS = [project.recipient, recovery.recipient];

const contentsOf = (bytes: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: bytes }, (_, at) => 1 + ((at * 7 + (at >> 8)) % 251));

const collect = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(stream).arrayBuffer());

async function sealed(contents: Uint8Array<ArrayBuffer>) {
  const file = await sealFile(RECIPIENTS, { stream: new Blob([contents]).stream(), bytes: contents.length });
  return { said: file.bytes, bytes: await collect(file.stream) };
}

async function opened(file: Uint8Array<ArrayBuffer>, identity: string, bytes: number) {
  const read = await openFile(new Blob([file]).stream(), [identity], bytes);
  if (!read.ok) return read.error;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of read.value) parts.push(new Uint8Array(part));
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** As the test runner compares them it takes seconds. */
const same = (one: Uint8Array | string, other: Uint8Array): boolean => Buffer.from(one).equals(other);

it.each([1, 4_095, 4_096, 65_536, 300_001])(
  '[K10] a file of %i bytes opens with either key, and with any reader of age',
  async (bytes) => {
    const contents = contentsOf(bytes);
    const file = await sealed(contents);
    expect(file.bytes.length).toBe(file.said);
    for (const { identity } of [project, recovery])
      expect(same(await opened(file.bytes, identity, bytes), contents)).toBe(true);
    const reader = new Decrypter();
    reader.addIdentity(project.identity);
    const inside = await reader.decrypt(file.bytes);
    expect(inside.length).toBe(4_096 * Math.ceil(bytes / 4_096));
    expect(same(inside.subarray(0, bytes), contents)).toBe(true);
    expect(inside.subarray(bytes).every((byte) => byte === 0)).toBe(true);
  },
);

it('[K10] a file tells its size by blocks alone, and is another one each time', async () => {
  const [one, other, longer] = [
    await sealed(contentsOf(4_097)),
    await sealed(contentsOf(8_192)),
    await sealed(contentsOf(8_193)),
  ];
  expect(other.bytes.length).toBe(one.bytes.length);
  expect(longer.bytes.length).toBe(one.bytes.length + 4_096);
  expect(same((await sealed(contentsOf(4_097))).bytes, one.bytes)).toBe(false);
});

it('[K10] a file stays shut to another key, and ends early where it was changed or cut', async () => {
  const contents = contentsOf(200_000);
  const { bytes: file } = await sealed(contents);
  expect(await opened(file, stranger.identity, contents.length)).toBe('otherKey');
  expect(await opened(file.subarray(0, 50), project.identity, contents.length)).toBe('damaged');
  const changed = file.slice();
  changed[150_000] = (changed[150_000] ?? 0) ^ 1;
  for (const broken of [changed, file.slice(0, 150_000)]) {
    const read = await opened(broken, project.identity, contents.length);
    expect(read.length).toBeLessThan(150_000);
    expect(same(read, contents.subarray(0, read.length))).toBe(true);
  }
});
