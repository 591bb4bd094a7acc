import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { ReadableStream as StreamOfNode } from 'node:stream/web';
import { Readable } from 'node:stream';
import type { AttachmentStore } from '../attachmentStore.ts';
import { nameOf, sha256In } from '../nameOf.ts';
import { readListing } from './readListing.ts';
import type { S3Place } from './s3Place.ts';
import { refusal, s3Requests } from './s3Requests.ts';

/** Attachments in S3-compatible storage, under the same names as in a folder. */
export function s3Store(place: S3Place): AttachmentStore {
  const send = s3Requests(place);
  return {
    size: async (sha256) => {
      const { status, headers } = await send({ method: 'HEAD', name: nameOf(sha256) });
      return status === 404 ? null : Number(headers.get('content-length'));
    },
    take: async (sha256, path) => {
      const { size: bytes } = await stat(path);
      const contents = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
      const answer = await send({
        method: 'PUT',
        name: nameOf(sha256),
        body: { contents, bytes, sha256 },
        isLong: true,
      });
      await answer.body?.cancel();
      if (answer.status === 404) throw refusal('has no such bucket');
      await rm(path, { force: true });
    },
    read: async (sha256) => {
      const { status, body } = await send({ method: 'GET', name: nameOf(sha256), isLong: true });
      if (status === 404 || body === null) {
        await body?.cancel();
        return null;
      }
      // Browsers' types know its bytes by another name.
      return Readable.fromWeb(body as StreamOfNode<Uint8Array>);
    },
    remove: async (sha256) => {
      const { body } = await send({ method: 'DELETE', name: nameOf(sha256) });
      await body?.cancel();
    },
    list: async function* () {
      let token: string | null = null;
      do {
        const query: Record<string, string> = {
          'list-type': '2',
          prefix: place.prefix,
          ...(token === null ? {} : { 'continuation-token': token }),
        };
        const answer = await send({ method: 'GET', name: '', query });
        const { keys, next } = readListing(await answer.text());
        for (const key of keys) {
          const sha256 = sha256In(key.slice(place.prefix.length));
          if (sha256 !== null) yield sha256;
        }
        token = next;
      } while (token !== null);
    },
  };
}
