import { AwsV4Signer } from 'aws4fetch';
import { Refusal } from '../../http/index.ts';
import type { S3Place } from './s3Place.ts';

/** Milliseconds until an answer has begun, for what is short, and until what is long is through. */
const SHORT = 20_000;
const LONG = 600_000;
const TRY_AGAIN_SECONDS = 60;
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Without the prefix; '' is the bucket itself. */
  readonly name: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Read once, so the request is not tried again. */
  readonly body?: {
    readonly contents: ReadableStream<Uint8Array>;
    readonly bytes: number;
    readonly sha256: string;
  };
  readonly isLong?: boolean;
}

/** Sends signed requests to a bucket. Gives the answer where it succeeded or there is nothing of that name; all else is a refusal. */
export function s3Requests(place: S3Place): (request: S3Request) => Promise<Response> {
  return async ({ method, name, query = {}, body, isLong = false }) => {
    const signed = await new AwsV4Signer({
      method,
      url: `${addressOf(place, name)}?${new URLSearchParams(query).toString()}`.replace(/\?$/, ''),
      // Storage refuses what is not of this hash.
      headers: { 'x-amz-content-sha256': body?.sha256 ?? EMPTY },
      service: 's3',
      region: place.region,
      accessKeyId: place.accessKeyId,
      secretAccessKey: place.secretAccessKey,
      ...(place.sessionToken === null ? {} : { sessionToken: place.sessionToken }),
    }).sign();
    if (body !== undefined) signed.headers.set('content-length', String(body.bytes));
    const answer = await fetch(signed.url, {
      method,
      headers: signed.headers,
      signal: AbortSignal.timeout(isLong ? LONG : SHORT),
      ...(body === undefined ? {} : { body: body.contents, duplex: 'half' as const }),
    }).catch((error: unknown) => {
      throw refusal(`can't be reached (${reasonOf(error)})`);
    });
    if (answer.ok || (answer.status === 404 && name !== '')) return answer;
    throw refusal(`answered ${String(answer.status)} ${codeIn(await answer.text().catch(() => ''))}`.trim());
  };
}

function addressOf({ bucket, endpoint, region, prefix }: S3Place, name: string): string {
  const key = name === '' ? '' : `/${prefix}${name}`;
  if (endpoint !== null) return `${endpoint}/${bucket}${key}`;
  const amazon = `s3.${region}.amazonaws.com`;
  // A certificate of theirs is not good for a name with more dots.
  return bucket.includes('.') ? `https://${amazon}/${bucket}${key}` : `https://${bucket}.${amazon}${key}`;
}

export const refusal = (what: string): Refusal =>
  new Refusal('unavailable', `The storage of attachments ${what}.`, TRY_AGAIN_SECONDS);

const codeIn = (xml: string): string => /<Code>([A-Za-z]{1,60})<\/Code>/.exec(xml)?.[1] ?? '';

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name;
}
