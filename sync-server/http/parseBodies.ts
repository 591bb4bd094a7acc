import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LIMITS } from '../../core/protocol/index.ts';
import type { App } from './app.ts';
import { Refusal } from './refusal.ts';

const unzip = promisify(gunzip);

/** JSON only, bounded as sent and as unpacked (F3). Detail texts never quote the body: it may hold answers. */
export function parseBodies(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    async (request: { raw: IncomingMessage }, stream: IncomingMessage) => {
      const sent = await readBounded(stream, request.raw.headers['content-length']);
      const bytes = await unpack(sent, request.raw.headers['content-encoding'] ?? 'identity');
      return parseJson(bytes);
    },
  );
}

async function readBounded(stream: IncomingMessage, announced: string | undefined): Promise<Buffer> {
  if (Number(announced ?? 0) > LIMITS.maxBatchBytes) throw tooLarge('as sent', LIMITS.maxBatchBytes);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (settle: () => void): void => {
      stream.off('data', onData).off('end', onEnd).off('error', onError).off('close', onError);
      settle();
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > LIMITS.maxBatchBytes) finish(() => reject(tooLarge('as sent', LIMITS.maxBatchBytes)));
      else chunks.push(chunk);
    };
    const onEnd = (): void => finish(() => resolve(Buffer.concat(chunks, length)));
    const onError = (): void => finish(() => reject(new Refusal('bad_request', 'The request ended early.')));
    stream.on('data', onData).on('end', onEnd).on('error', onError).on('close', onError);
  });
}

async function unpack(sent: Buffer, encoding: string): Promise<Buffer> {
  if (encoding === 'identity') return sent;
  if (encoding !== 'gzip') throw new Refusal('bad_request', 'Content-Encoding: only gzip is known.');
  try {
    return await unzip(sent, { maxOutputLength: LIMITS.maxUnpackedBytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('unpacked', LIMITS.maxUnpackedBytes);
    throw new Refusal('bad_request', 'The body is not whole gzip data.');
  }
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal('bad_request', 'The body is not JSON.');
  }
}

const tooLarge = (how: string, bytes: number): Refusal =>
  new Refusal('batch_too_large', `The request is larger than ${String(bytes)} bytes ${how}.`);
