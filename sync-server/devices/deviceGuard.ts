import type { FastifyRequest } from 'fastify';
import { Refusal, type Guard } from '../http/index.ts';
import type { SignedSecrets } from '../secrets/index.ts';

const guarded = new WeakMap<FastifyRequest, string>();

/** Lets only requests with a device's token pass, before anything of the body is read (B6). */
export function deviceGuard(tokens: SignedSecrets): Guard {
  return async (request) => {
    const token = /^Bearer ([A-Za-z0-9_-]+)$/.exec(request.headers.authorization ?? '')?.[1];
    const signed = token === undefined ? null : await tokens.read(token);
    if (signed === null) throw new Refusal('token_invalid', 'Say hello for a new token, then send again.');
    guarded.set(request, signed.owner);
  };
}

/** The device whose token the request carries; only behind `deviceGuard`. */
export function requestingDevice(request: FastifyRequest): string {
  const deviceId = guarded.get(request);
  if (deviceId === undefined) throw new Error('the route has no deviceGuard');
  return deviceId;
}
