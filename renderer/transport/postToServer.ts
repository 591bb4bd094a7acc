import type { RawReply } from '../../core/protocol/index.ts';
import type { Exchange } from './exchange.ts';

export interface PostOptions {
  /** Milliseconds for the whole exchange, the reply's body included. */
  readonly deadline: number;
  readonly token?: string;
}

/** A body as JSON, or already gzipped JSON. */
export type PostBody = { readonly json: unknown } | { readonly gzipped: Uint8Array<ArrayBuffer> };

/**
 * The one way a device speaks to the sync server (S6): no redirect followed, no cache, no cookies, a deadline. Never throws for the
 * network's sake.
 */
export async function postToServer(url: string, body: PostBody, options: PostOptions): Promise<Exchange> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if ('gzipped' in body) headers['Content-Encoding'] = 'gzip';
  if (options.token !== undefined) headers['Authorization'] = `Bearer ${options.token}`;
  const init = {
    method: 'POST',
    headers,
    body: 'gzipped' in body ? body.gzipped : JSON.stringify(body.json),
  };
  return exchangeWithServer(url, init, options.deadline);
}

/** The same for what is no JSON. `deadline` in milliseconds. */
export async function exchangeWithServer(
  url: string,
  init: Pick<RequestInit, 'method' | 'headers' | 'body'>,
  deadline: number,
): Promise<Exchange> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(Math.ceil(deadline)),
    });
    return { kind: 'reply', reply: await readRaw(response) };
  } catch (error) {
    return { kind: isTimeout(error) ? 'timedOut' : 'unreachable' };
  }
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

async function readRaw(response: Response): Promise<RawReply> {
  const contentType = response.headers.get('content-type') ?? '';
  const text = await response.text();
  const wait = secondsOf(response.headers.get('retry-after'), response.headers.get('date'));
  const reply = { status: response.status, contentType, body: parseJson(text) };
  return wait === null ? reply : { ...reply, retryAfterSeconds: wait };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A date is measured against the one that the reply bears: no clock of this device plays a part. */
function secondsOf(header: string | null, repliedAt: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,7}$/.test(header.trim())) return Number(header);
  if (!header.endsWith('GMT')) return null;
  const seconds = (Date.parse(header) - Date.parse(repliedAt ?? '')) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
