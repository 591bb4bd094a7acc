import { request } from 'node:http';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestConsole, type TestServer } from '../../testing/index.ts';
import { systemRandom } from '../../systemPorts.ts';
import { fileOf, inboxOf, partsOf } from '../rehearsal/savedFile.ts';
import { Uploading } from '../rehearsal/uploading.ts';
import { ImportDesk } from './importDesk.ts';
import { UploadStore } from './uploadStore.ts';

let server: TestServer;
let person: TestConsole;
let browser: Uploading;
beforeEach(async () => {
  server = await startTestServer();
  person = await server.console();
  browser = new Uploading(server.origin, person);
});
afterEach(() => server.stop());

const arrived = (uploadId: string): number =>
  statSync(join(server.folder, 'sync-files', 'uploads', `${uploadId}.bytes`), { throwIfNoEntry: false })
    ?.size ?? 0;

/** Sends the head of a part and so many of its bytes, and stays there. */
async function stuckPart(uploadId: string, bytes: Uint8Array, sent: number) {
  const { hostname, port } = new URL(server.origin);
  const part = request({
    hostname,
    port,
    method: 'PATCH',
    path: `/api/console/sync-files/${uploadId}`,
    headers: {
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes.length,
      'upload-offset': '0',
      origin: server.origin,
      cookie: person.cookie,
    },
  });
  part.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => part.once('close', () => resolve()));
  part.write(bytes.subarray(0, sent));
  while (arrived(uploadId) < sent) await new Promise((resolve) => setTimeout(resolve, 5));
  return { part, ended };
}

describe('an upload that breaks off', () => {
  it('goes on where the line broke', async () => {
    const { bytes } = await fileOf(server, 9);
    const { uploadId } = await browser.begin('a.earshot', bytes.length);
    const { part, ended } = await stuckPart(uploadId, bytes, 100);
    part.destroy();
    await ended;
    expect(await browser.show(uploadId)).toMatchObject({ phase: 'receiving', offset: 100 });
    expect((await browser.part(uploadId, 0, bytes)).status).toBe(409);
    expect((await browser.part(uploadId, 100, bytes.subarray(100))).status).toBe(200);
    const { preview } = await browser.reaches(uploadId, 'ready');
    expect(preview).toMatchObject({ state: 'merged', counts: { new: 9 } });
  });

  it('goes on although the server still believes in the former line', async () => {
    const { bytes } = await fileOf(server, 9);
    const { uploadId } = await browser.begin('a.earshot', bytes.length);
    const { ended } = await stuckPart(uploadId, bytes, 64);
    expect((await browser.part(uploadId, 64, bytes.subarray(64))).status).toBe(200);
    await ended;
    expect((await browser.reaches(uploadId, 'ready')).preview).toMatchObject({ counts: { new: 9 } });
  });

  it.each(['looking', 'merging'] as const)('goes on by itself after a restart while %s', async (phase) => {
    const { bytes } = await fileOf(server, 9);
    const uploads = new UploadStore(server.folder, server.clock, systemRandom);
    const named = { name: 'a.earshot', bytes: bytes.length, fingerprint: '1' };
    const { uploadId } = uploads.create(named, { via: 'console', startedBy: 'Anna' });
    writeFileSync(uploads.bytesPath(uploadId), bytes);
    uploads.change(uploadId, { phase });
    const log = (error: unknown): never => {
      throw error;
    };
    const desk = new ImportDesk({ ...partsOf(server), uploads, log });
    desk.resume();
    const shown = await browser.reaches(uploadId, phase === 'looking' ? 'ready' : 'done');
    expect(shown).toMatchObject({ [phase === 'looking' ? 'preview' : 'report']: { counts: { new: 9 } } });
    expect(await inboxOf(server)).toHaveLength(phase === 'looking' ? 0 : 9);
    await desk.stop();
  });

  it('takes no byte more than was said, and none where nothing is awaited', async () => {
    const { bytes } = await fileOf(server, 2);
    const { uploadId } = await browser.begin('a.earshot', 10);
    expect((await browser.part(uploadId, 0, bytes)).status).toBe(400);
    expect(arrived(uploadId)).toBeLessThanOrEqual(10);
    const { uploadId: whole } = await browser.bring('b.earshot', bytes);
    expect((await browser.part(whole, bytes.length, bytes)).status).toBe(409);
    expect((await browser.part('0190a1b2-0000-7000-8000-000000000000', 0, bytes)).status).toBe(404);
    expect((await browser.part('..%2F..%2Fearshot.sqlite', 0, bytes)).status).toBe(400);
  });
});
