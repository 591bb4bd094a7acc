import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LIMITS } from '../../core/protocol/index.ts';
import type { App } from './app.ts';
import { nestsTooDeep } from './nestsTooDeep.ts';
import { Refusal } from './refusal.ts';

const unzip = promisify(gunzip);

/** A request, and how much the route lets it carry. */
interface Carrying {
  readonly raw: IncomingMessage;
  readonly routeOptions: { readonly bodyLimit?: number | undefined };
}

/** JSON only, bounded as sent and as unpacked (F3). Detail texts never quote the body: it may hold answers. */
export function parseBodies(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', async (request: Carrying, stream: IncomingMessage) => {
    const most = request.routeOptions.bodyLimit ?? LIMITS.maxBatchBytes;
    const sent = await readBounded(stream, request.raw.headers['content-length'], most);
    const bytes = await unpack(sent, request.raw.headers['content-encoding'] ?? 'identity');
    return parseJson(bytes);
  });
}

async function readBounded(
  stream: IncomingMessage,
  announced: string | undefined,
  most: number,
): Promise<Buffer> {
  if (Number(announced ?? 0) > most) throw tooLarge('as sent', most);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (settle: () => void): void => {
      stream.off('data', onData).off('end', onEnd).off('error', onError).off('close', onError);
      settle();
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > most) finish(() => reject(tooLarge('as sent', most)));
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
    return await unzip(sent, { maxOutputLength: LIMITS.maxUnpackedBytes, chunkSize: pieceFor(sent) });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('unpacked', LIMITS.maxUnpackedBytes);
    throw new Refusal('bad_request', 'The body is not whole gzip data.');
  }
}

const LEAST_PIECE = 16_384;
const LARGEST_PIECE = 1_048_576;
/** Of batches of like responses; others are unpacked in a few pieces. */
const USUAL_RATIO = 10;

/** Each piece is a trip to another thread and back: forty of them, where Node is left to itself, cost more than the unpacking. */
const pieceFor = ({ length }: Buffer): number =>
  Math.min(Math.max(length * USUAL_RATIO, LEAST_PIECE), LARGEST_PIECE);

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  if (nestsTooDeep(bytes)) throw new Refusal('bad_request', 'The body is nested too deep.');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal('bad_request', 'The body is not JSON.');
  }
}

const tooLarge = (how: string, bytes: number): Refusal =>
  new Refusal('batch_too_large', `The request is larger than ${String(bytes)} bytes ${how}.`);
