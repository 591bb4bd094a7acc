import type { RequestFailure } from '../../transport/requestJson.ts';

/**
 * Why the server did not do what was asked, as the screens tell it: a code of the problem catalogue, `unreachable` (nothing came
 * back in time) or `unreadable` (something came back that is not ours).
 */
export interface Refusal {
  readonly code: string;
  readonly retryAfterSeconds?: number;
}

export const UNREADABLE: Refusal = { code: 'unreadable' };

export function toRefusal(failure: RequestFailure): Refusal {
  if (failure.kind === 'unreachable' || failure.kind === 'timedOut') return { code: 'unreachable' };
  if (failure.kind === 'notOurServer') return UNREADABLE;
  const { code, retryAfterSeconds } = failure;
  return retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds };
}
