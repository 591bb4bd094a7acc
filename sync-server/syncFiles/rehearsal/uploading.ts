import { randomUUID } from 'node:crypto';
import type { SyncUpload } from '../../../core/protocol/index.ts';
import type { TestConsole } from '../../testing/index.ts';

const AT = '/api/console/sync-files';

/** A person's browser that brings sync files. */
export class Uploading {
  readonly #origin: string;
  readonly #browser: TestConsole;

  constructor(origin: string, browser: TestConsole) {
    this.#origin = origin;
    this.#browser = browser;
  }

  async begin(name: string, bytes: number): Promise<SyncUpload> {
    const reply = await this.#browser.post(AT, { name, bytes, fingerprint: randomUUID() });
    return (await reply.json()) as SyncUpload;
  }

  part(uploadId: string, offset: number, bytes: Uint8Array, signal?: AbortSignal): Promise<Response> {
    return fetch(`${this.#origin}${AT}/${uploadId}`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        origin: this.#origin,
        cookie: this.#browser.cookie,
      },
      body: Buffer.from(bytes),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  get(path: string): Promise<Response> {
    return this.#browser.get(`${AT}${path}`);
  }

  async show(uploadId: string): Promise<SyncUpload> {
    return (await (await this.get(`/${uploadId}`)).json()) as SyncUpload;
  }

  async list(): Promise<readonly SyncUpload[]> {
    return ((await (await this.get('')).json()) as { uploads: SyncUpload[] }).uploads;
  }

  merge(uploadId: string): Promise<Response> {
    return this.#browser.post(`${AT}/${uploadId}/merge`, {});
  }

  remove(uploadId: string): Promise<Response> {
    return fetch(`${this.#origin}${AT}/${uploadId}`, {
      method: 'DELETE',
      headers: { origin: this.#origin, cookie: this.#browser.cookie },
    });
  }

  /** Asks until it is as far. */
  async reaches(uploadId: string, phase: SyncUpload['phase']): Promise<SyncUpload> {
    for (;;) {
      const upload = await this.show(uploadId);
      if (upload.phase === phase) return upload;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** All of it, in one part; answers its preview. */
  async bring(name: string, bytes: Uint8Array): Promise<SyncUpload> {
    const { uploadId } = await this.begin(name, bytes.length);
    await this.part(uploadId, 0, bytes);
    return this.reaches(uploadId, 'ready');
  }

  async takeIn(uploadId: string): Promise<SyncUpload> {
    await this.merge(uploadId);
    return this.reaches(uploadId, 'done');
  }
}
