import { expect, it } from 'vitest';
import { makeProblem } from '../../core/protocol/index.ts';
import { afterFailedHello } from './afterTrouble.ts';
import { freshPump, mayTryAt, wakeUp } from './pumpState.ts';
import { judge } from './trouble.ts';

const random = { bytes: (count: number) => new Uint8Array(count) };

it('F5 S4 a hello refused for too many requests is said again after the wait that was asked for, not before', () => {
  const reply = {
    status: 429,
    contentType: 'application/problem+json',
    body: makeProblem('too_many_requests', 'server', ''),
    retryAfterSeconds: 7,
  };
  const judged = judge({ kind: 'reply', reply }, 'server');
  if (judged.kind !== 'trouble') throw new Error('believed a refusal');
  const state = afterFailedHello(freshPump, judged.trouble, { now: 1_000, random });
  expect(state.stopped).toBe(false);
  expect(mayTryAt(state)).toBe(8_000);
  for (const wake of ['online', 'requested', 'recorded'] as const)
    expect(mayTryAt(wakeUp(state, wake, 1_500))).toBe(8_000);
});
