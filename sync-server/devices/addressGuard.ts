import type { Allowance } from '../attempts/index.ts';
import { Refusal, type Guard } from '../http/index.ts';

/** Lets so many requests of one address pass, before anything of the body is read (H6). */
export function addressGuard(allowance: Allowance): Guard {
  return (request) => {
    const wait = allowance.take(request.ip);
    if (wait === 0) return Promise.resolve();
    return Promise.reject(
      new Refusal('too_many_requests', 'More requests from this address than a fleet sends.', wait),
    );
  };
}
