import { err, ok, type Result } from '../../core/kernel/index.ts';
import { gzip } from './gzip.ts';

/** Why a call of the console came to nothing; `code` and `detail` are the problem's where the server gave one. */
export interface RequestFailure {
  readonly kind: 'unreachable' | 'timedOut' | 'problem' | 'notOurServer';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly retryAfterSeconds?: number;
}

const DEADLINE = 30_000;
/** As long as the server waits for a request to come in. */
const PART_DEADLINE = 60_000;

/**
 * Calls of the console to its own origin, with the session's cookie. The server validates and serialises every reply with the schema
 * that `Reply` is derived from, so that a reply of status 200 in JSON is trusted to have that type.
 */
export const getJson = <Reply>(path: string): Promise<Result<Reply, RequestFailure>> =>
  call<Reply>(path, { method: 'GET' });

export const postJson = <Reply>(path: string, body: unknown): Promise<Result<Reply, RequestFailure>> =>
  call<Reply>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

export const deleteJson = <Reply>(path: string): Promise<Result<Reply, RequestFailure>> =>
  call<Reply>(path, { method: 'DELETE' });

/** A part of a file, to be added to what is there; `offset` is where it begins. */
export const patchBytes = <Reply>(
  path: string,
  offset: number,
  part: Blob,
  signal: AbortSignal,
): Promise<Result<Reply, RequestFailure>> =>
  call<Reply>(path, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
    body: part,
    signal: AbortSignal.any([signal, AbortSignal.timeout(PART_DEADLINE)]),
  });

/** As `postJson`, for what may be large: packed on the way. */
export const postPackedJson = async <Reply>(
  path: string,
  body: unknown,
): Promise<Result<Reply, RequestFailure>> =>
  call<Reply>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
    body: await gzip(JSON.stringify(body)),
  });

async function call<Reply>(path: string, init: RequestInit): Promise<Result<Reply, RequestFailure>> {
  try {
    const response = await fetch(path, {
      signal: AbortSignal.timeout(DEADLINE),
      ...init,
      redirect: 'error',
      cache: 'no-store',
      credentials: 'same-origin',
    });
    if (response.status === 204) return ok(undefined as Reply);
    const body = await readJson(response);
    return response.ok && body !== undefined ? ok(body as Reply) : err(toFailure(response, body));
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return err({ kind: late ? 'timedOut' : 'unreachable', status: 0, code: '', detail: '' });
  }
}

async function readJson(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  if (!/^application\/(problem\+)?json\b/i.test(type)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toFailure(response: Response, body: unknown): RequestFailure {
  const members = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const textOf = (name: string): string => (typeof members[name] === 'string' ? members[name] : '');
  const code = textOf('code');
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    kind: code === '' ? 'notOurServer' : 'problem',
    status: response.status,
    code,
    detail: textOf('detail'),
    ...(Number.isFinite(wait) ? { retryAfterSeconds: wait } : {}),
  };
}
