import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';
import { rebuild } from './rebuild.ts';

const HOUR = 3_600_000;

describe('the moment that a response is counted at', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  it('H5 counts nothing before its device was enrolled: a clock that starts in 2015, set right before the hello', async () => {
    const device = await server.device();
    const { deviceId } = device;
    server.clock.advance(30 * 24 * HOUR);
    const now = server.clock.now();
    await device.hello();
    const wrong = Date.parse('2015-01-01T00:00:00Z');
    const soundAt = [wrong, NOON - 40 * 24 * HOUR, NOON - HOUR, now - 24 * HOUR];
    await device.push(soundAt.map((finishedAt) => device.seal(sampleResponse({ deviceId, finishedAt }))));
    const kept = () =>
      server.store.read.selectFrom('response').orderBy('at').select(['at', 'flag', 'local_date']).execute();
    const before = await kept();
    expect(before.map(({ at, flag }) => [at, flag])).toEqual([
      [NOON, ''],
      [now - 24 * HOUR, ''],
      [now, 'wrong_clock'],
      [now, 'wrong_clock'],
    ]);
    await rebuild(server.store);
    expect(await kept()).toEqual(before);
    // What was given under a former name of the device is held against that one's enrolment, or against none.
    const renamed = await server.device();
    await renamed.push([renamed.seal(sampleResponse({ deviceId, finishedAt: now - 48 * HOUR }))]);
    expect((await kept()).map(({ at }) => at)).toContain(now - 48 * HOUR);
  });
});
