import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Refusal } from '../../http/index.ts';
import type { UploadRecord, UploadStore } from './uploadStore.ts';

interface Sending {
  readonly body: Readable;
  readonly done: Promise<unknown>;
}

/** Takes parts of uploads to the disk as they come. What arrived of a part that broke off stays; the next part begins there. */
export class PartReceiver {
  readonly #uploads: UploadStore;
  readonly #sending = new Map<string, Sending>();

  constructor(uploads: UploadStore) {
    this.#uploads = uploads;
  }

  /** A line that broke can look alive for long: whoever comes later goes on, and the former is cut off. */
  async receive(record: UploadRecord, offset: number, body: Readable): Promise<void> {
    const { uploadId } = record;
    const former = this.#sending.get(uploadId);
    former?.body.destroy();
    const done = (former?.done ?? Promise.resolve()).then(() => this.#append(record, offset, body));
    const sending = { body, done: done.catch(() => undefined) };
    this.#sending.set(uploadId, sending);
    try {
      await done;
    } finally {
      if (this.#sending.get(uploadId) === sending) this.#sending.delete(uploadId);
    }
  }

  async #append(record: UploadRecord, offset: number, body: Readable): Promise<void> {
    const here = this.#uploads.offset(record);
    if (here !== offset)
      throw new Refusal('upload_elsewhere', `The next part begins at byte ${String(here)}.`);
    let room = record.bytes - here;
    const file = await open(this.#uploads.bytesPath(record.uploadId), 'a', 0o600);
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
}

function troubleOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal('unavailable', 'The server has no room for the file. Make room, then go on.', 30);
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new Refusal('bad_request', 'The part ended early. What came of it is kept.');
  return error;
}
