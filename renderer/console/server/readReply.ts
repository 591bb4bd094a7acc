import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type { RequestFailure } from '../../transport/requestJson.ts';
import { matchesSchema, type Rules } from './matchesSchema.ts';
import { UNREADABLE, toRefusal, type Refusal } from './refusal.ts';

export type Reply<T> = Promise<Result<T, Refusal>>;

/** What came back, if it is what the contract says. */
export async function readReply<T>(schema: Rules, asked: Promise<Result<unknown, RequestFailure>>): Reply<T> {
  const reply = await asked;
  if (!reply.ok) return err(toRefusal(reply.error));
  return matchesSchema<T>(schema, reply.value) ? ok(reply.value) : err(UNREADABLE);
}
