import { open } from 'node:fs/promises';
import type { SyncUpload } from '../../core/protocol/index.ts';
import type { TestServer } from '../../e2e/server.ts';
import { Uploading } from '../../sync-server/syncFiles/rehearsal/uploading.ts';
import { ADMINISTRATOR, TestConsole } from '../../sync-server/testing/index.ts';

/** As the console's page sends them. */
const PART = 1024 * 1024;
const ASK_AGAIN = 50;

/** Milliseconds of each step, and whether what was told on the way is true. */
export interface Brought {
  readonly sent: number;
  readonly lookedThrough: number;
  readonly takenIn: number;
  readonly words: number;
  readonly wentBack: number;
  /** More was told to be read than the file has, or less than nothing. */
  readonly beyond: number;
  readonly upload: SyncUpload;
}

export async function signIn(server: TestServer): Promise<TestConsole> {
  const person = new TestConsole(server.origin);
  const code = new URL(server.link('#setup=')).hash.slice('#setup='.length);
  const made = await person.post('/api/console/setup', { code, ...ADMINISTRATOR });
  if (made.status !== 200) throw new Error(`no administrator: ${String(made.status)}`);
  return person;
}

/** Sends a file to the console in parts, has it looked through and taken in, and asks all the time how far it is. */
export async function bringFile(server: TestServer, person: TestConsole, path: string): Promise<Brought> {
  const browser = new Uploading(server.origin, person);
  const told = { words: 0, wentBack: 0, beyond: 0 };
  const begin = performance.now();
  const uploadId = await send(browser, path);
  const sent = performance.now();
  await reach(browser, uploadId, 'ready', told);
  const looked = performance.now();
  await browser.merge(uploadId);
  const upload = await reach(browser, uploadId, 'done', told);
  if (upload.report?.state !== 'merged') throw new Error(`not taken in: ${JSON.stringify(upload.report)}`);
  return {
    sent: sent - begin,
    lookedThrough: looked - sent,
    takenIn: performance.now() - looked,
    ...told,
    upload,
  };
}

async function send(browser: Uploading, path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { uploadId } = await browser.begin('bench.earshot', size);
    const part = Buffer.alloc(PART);
    for (let offset = 0; offset < size;) {
      const { bytesRead } = await file.read(part, 0, PART, offset);
      const reply = await browser.part(uploadId, offset, part.subarray(0, bytesRead));
      if (reply.status !== 200) throw new Error(`a part was refused: ${await reply.text()}`);
      await reply.arrayBuffer();
      offset += bytesRead;
    }
    return uploadId;
  } finally {
    await file.close();
  }
}

type Told = { -readonly [name in 'words' | 'wentBack' | 'beyond']: Brought[name] };

async function reach(browser: Uploading, uploadId: string, phase: 'ready' | 'done', told: Told) {
  for (let before = 0; ;) {
    const upload = await browser.show(uploadId);
    if (upload.failed) throw new Error('the server failed at it');
    if (upload.phase === phase) return upload;
    told.words += 1;
    if (upload.readBytes < before) told.wentBack += 1;
    if (upload.readBytes > upload.bytes) told.beyond += 1;
    before = upload.readBytes;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
  }
}
