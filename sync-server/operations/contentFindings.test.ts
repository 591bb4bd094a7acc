import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';
import { verifyData } from './index.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const findings = async () => {
  const verified = await verifyData(server.folder);
  return verified.ok ? verified.value.findings : [verified.error];
};
const fileOf = (sha256: string): string => join(server.folder, 'attachments', sha256.slice(0, 2), sha256);

/** Sends a response and its files, the last of which stays on its way; gives the hashes of the others. */
async function sendFiles(count: number): Promise<readonly string[]> {
  const device = await server.device();
  const contents = Array.from({ length: count + 1 }, () => randomBytes(1_000));
  const attachments = contents.map((bytes, index) => ({
    name: `photo${String(index)}.jpg`,
    mediaType: 'image/jpeg',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  await device.push([device.seal(sampleResponse({ attachments }))]);
  for (const [index, { sha256 }] of attachments.slice(0, count).entries()) {
    const { ok } = await fetch(`${server.origin}/api/sync/attachments/${sha256}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${device.token}`,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
        'upload-length': '1000',
      },
      body: new Uint8Array(contents[index] ?? []),
    });
    expect(ok).toBe(true);
  }
  return attachments.slice(0, count).map(({ sha256 }) => sha256);
}

it('[T3] verifying tells of each attachment that is missing, of another size or changed, and of a file that nothing names', async () => {
  const [gone = '', longer = '', changed = '', whole = ''] = await sendFiles(4);
  expect(await findings()).toEqual([]);
  rmSync(fileOf(gone));
  appendFileSync(fileOf(longer), 'x');
  writeFileSync(fileOf(changed), randomBytes(1_000));
  const stray = 'ab'.repeat(32);
  mkdirSync(join(server.folder, 'attachments', 'ab'), { recursive: true });
  writeFileSync(fileOf(stray), 'x');
  const told = await findings();
  expect(told).toHaveLength(4);
  expect(told).toContainEqual(expect.stringMatching(new RegExp(`${gone}.*not there`)));
  for (const sha256 of [longer, changed])
    expect(told).toContainEqual(expect.stringMatching(new RegExp(`${sha256}.*not what came`)));
  expect(told).toContainEqual(expect.stringMatching(new RegExp(`${stray}.*no response names it`)));
  expect(told.join()).not.toContain(whole);
});
