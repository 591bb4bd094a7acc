import { EventEmitter } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { Crowd } from './crowd.ts';
import { Refusal } from './refusal.ts';
import { TurnAway } from './turnAway.ts';

const begun = () => ({ raw: new EventEmitter() }) as unknown as FastifyRequest;
/** Its body is there at once. */
const arrived = () => {
  const request = begun();
  queueMicrotask(() => request.raw.emit('end'));
  return request;
};
const aReply = () => ({ raw: new EventEmitter() }) as unknown as FastifyReply;
const turningAway = (byte: number): TurnAway =>
  new TurnAway({ bytes: (count: number) => new Uint8Array(count).fill(byte) }, () => 0);
const waitOf = async (crowd: Crowd): Promise<number | undefined> =>
  crowd.enter(arrived(), aReply()).then(
    () => 0,
    (error: unknown) =>
      error instanceof Refusal && error.problem === 'unavailable' ? error.retryAfterSeconds : NaN,
  );

describe('a crowd', () => {
  it('B8 lets in as many as fit, tells the others when to come again, and lets in anew when somebody has left', async () => {
    const crowd = new Crowd(2, turningAway(128), () => 0);
    const first = aReply();
    await crowd.enter(arrived(), first);
    await crowd.enter(arrived(), aReply());
    expect(await waitOf(crowd)).toBe(20);
    first.raw.emit('close');
    expect(await waitOf(crowd)).toBe(0);
    expect(await waitOf(crowd)).toBe(20);
  });

  it('B8 is halved by slow batches, once for all that were inside together, and grows again with quick ones', async () => {
    let now = 0;
    const crowd = new Crowd(8, turningAway(0), () => now);
    const enterAll = async (): Promise<readonly FastifyReply[]> => {
      const inside: FastifyReply[] = [];
      for (let next = aReply(); inside.length < 20; next = aReply()) {
        const entered = await crowd.enter(arrived(), next).then(
          () => true,
          () => false,
        );
        if (!entered) break;
        inside.push(next);
      }
      return inside;
    };
    const leave = (inside: readonly FastifyReply[]): void => {
      for (const reply of inside) reply.raw.emit('close');
    };
    const first = await enterAll();
    expect(first).toHaveLength(8);
    now = 5_000;
    leave(first);
    now = 5_100;
    const second = await enterAll();
    expect(second).toHaveLength(4);
    now = 5_200;
    leave(second);
    expect(await enterAll()).toHaveLength(8);
  });

  it('B8 lets nobody begin while there is no room, and keeps no place for who began', async () => {
    const crowd = new Crowd(1, turningAway(0), () => 0);
    await crowd.ifRoom(arrived());
    await crowd.ifRoom(arrived());
    await crowd.enter(arrived(), aReply());
    await expect(crowd.ifRoom(arrived())).rejects.toMatchObject({
      problem: 'unavailable',
      retryAfterSeconds: 5,
    });
  });

  it('B8 keeps nobody waiting for bodies that have stopped arriving, and learns nothing from them', async () => {
    let now = 0;
    const crowd = new Crowd(4, turningAway(0), () => now);
    const dead = [aReply(), aReply()];
    for (const reply of dead) await crowd.enter(begun(), reply);
    const slow = aReply();
    await crowd.enter(arrived(), slow);
    now = 4_000;
    slow.raw.emit('close');
    expect(await waitOf(crowd)).toBe(5);
    now = 5_000;
    expect(await waitOf(crowd)).toBe(0);
    for (const { raw } of dead) raw.emit('close');
    expect(await waitOf(crowd)).toBe(0);
    expect(await waitOf(crowd)).toBe(5);
  });

  it('B8 has so many on dead lines at most', async () => {
    let now = 0;
    const crowd = new Crowd(2, turningAway(0), () => now);
    await crowd.enter(begun(), aReply());
    await crowd.enter(begun(), aReply());
    now = 50_000;
    expect(await waitOf(crowd)).toBe(5);
  });

  it('B8 spreads those it turns away over half a minute', async () => {
    expect(await waitOf(new Crowd(0, turningAway(0), () => 0))).toBe(5);
    expect(await waitOf(new Crowd(0, turningAway(255), () => 0))).toBe(34);
  });
});
