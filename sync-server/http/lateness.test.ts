import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { Lateness, unlessLate } from './lateness.ts';
import { Refusal } from './refusal.ts';
import { TurnAway } from './turnAway.ts';

const randomOf = (byte: number) => ({ bytes: (count: number) => new Uint8Array(count).fill(byte) });
const request = {} as FastifyRequest;

describe('a server that is late', () => {
  it('B8 turns away what comes while it is later than it may be, and takes it again when it has caught up', async () => {
    let late = 501;
    const guard = unlessLate({ milliseconds: () => late }, 500, new TurnAway(randomOf(0), () => 0));
    await expect(guard(request)).rejects.toMatchObject({
      problem: 'unavailable',
      retryAfterSeconds: 5,
    });
    late = 500;
    await expect(guard(request)).resolves.toBeUndefined();
  });

  it('B8 spreads a larger crowd over a longer time, and forgets it', () => {
    let now = 0;
    const turnAway = new TurnAway(randomOf(255), () => now);
    const waits = Array.from({ length: 2_000 }, () => turnAway.refusal().retryAfterSeconds ?? 0);
    expect(waits[0]).toBe(34);
    expect(waits.at(-1)).toBe(54);
    for (let more = 0; more < 20_000; more += 1) turnAway.refusal();
    expect(turnAway.refusal().retryAfterSeconds).toBe(303);
    now = 60_001;
    expect(turnAway.refusal()).toBeInstanceOf(Refusal);
    expect(turnAway.refusal().retryAfterSeconds).toBe(34);
  });

  it('knows how long it has been at its work', async () => {
    const lateness = new Lateness();
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + 200;
    while (performance.now() < until);
    expect(lateness.milliseconds()).toBeGreaterThan(100);
    lateness.stop();
  });
});
