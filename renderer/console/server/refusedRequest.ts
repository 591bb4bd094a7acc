import type { Result } from '../../../core/kernel/index.ts';
import type { Refusal } from './refusal.ts';

/** A refusal in the form in which TanStack Query takes failures; thrown nowhere but in query and mutation functions. */
class RefusedRequest extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function valueOf<T>(reply: Result<T, Refusal>): T {
  if (!reply.ok) throw new RefusedRequest(reply.error);
  return reply.value;
}

export const refusalOf = (error: unknown): Refusal =>
  error instanceof RefusedRequest ? error.refusal : { code: 'internal' };
