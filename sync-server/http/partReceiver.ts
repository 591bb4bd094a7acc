import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Refusal } from './refusal.ts';

/** A file that comes in parts. How much of it is there, is how long it is. */
export interface PartedFile {
  readonly path: string;
  /** Of all of it. */
  readonly bytes: number;
}

interface Sending {
  readonly body: Readable;
  readonly done: Promise<unknown>;
}

/** Takes parts of files to the disk as they come. What arrived of a part that broke off stays; the next part begins there. */
export class PartReceiver {
  readonly #sending = new Map<string, Sending>();

  /** A line that broke can look alive for long: whoever comes later goes on, and the former is cut off. */
  async receive(file: PartedFile, offset: number, body: Readable): Promise<void> {
    const { path } = file;
    const former = this.#sending.get(path);
    former?.body.destroy();
    const done = (former?.done ?? Promise.resolve()).then(() => append(file, offset, body));
    const sending = { body, done: done.catch(() => undefined) };
    this.#sending.set(path, sending);
    try {
      await done;
    } finally {
      if (this.#sending.get(path) === sending) this.#sending.delete(path);
    }
  }
}

/** Bytes of a file; `null`: there is none. */
export async function lengthOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function append({ path, bytes }: PartedFile, offset: number, body: Readable): Promise<void> {
  const here = (await lengthOf(path)) ?? 0;
  if (here !== offset) throw new Refusal('upload_elsewhere', `The next part begins at byte ${String(here)}.`);
  let room = bytes - here;
  const file = await open(path, 'a', 0o600);
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      room -= chunk.length;
      if (room < 0) throw new Refusal('bad_request', 'The file is longer than was said when it was begun.');
      await file.appendFile(chunk);
    }
  } catch (error) {
    throw troubleOf(error);
  } finally {
    await file.datasync();
    await file.close();
  }
}

function troubleOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal('unavailable', 'The server has no room for the file. Make room, then go on.', 30);
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new Refusal('bad_request', 'The part ended early. What came of it is kept.');
  return error;
}
