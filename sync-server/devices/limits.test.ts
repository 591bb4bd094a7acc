import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestDevice, type TestServer } from '../testing/index.ts';

const NOT_A_SIGNATURE = { signature: 'bm90IG9uZQ' };

describe('limits', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  const statusesOf = async (device: TestDevice, times: number): Promise<Record<number, number>> => {
    const statuses: Record<number, number> = {};
    const payload = { protocol: 1, deviceId: device.deviceId };
    for (let time = 0; time < times; time += 1) {
      const { statusCode } = await server.server.app.inject({
        method: 'POST',
        url: '/api/sync/challenge',
        payload,
      });
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    }
    return statuses;
  };

  it('F5 two thousand terminals behind one address wake at once; a flood is told to come back, and may', async () => {
    const device = await server.device();
    expect(await statusesOf(device, 4_000)).toEqual({ 200: 4_000 });
    const { 429: refused = 0 } = await statusesOf(device, 2_000);
    expect(refused).toBeGreaterThan(0);
    const slowed = await device.challenge();
    expect(slowed).toMatchObject({ status: 429, body: { code: 'too_many_requests', retry: 'later' } });
    expect(slowed.headers.get('retry-after')).toBe('1');
    expect((await device.post('/api/sync/hello', {})).status).toBe(429);
    server.clock.advance(1_000);
    expect((await device.hello()).status).toBe(200);
  });

  it('F5 slows down who guesses signatures, and no other device at the same address', async () => {
    const [one, other] = [await server.device(), await server.device()];
    for (let guess = 0; guess < 20; guess += 1) {
      expect((await one.hello(NOT_A_SIGNATURE)).body).toMatchObject({ code: 'signature_invalid' });
    }
    const slowed = await one.hello();
    expect(slowed).toMatchObject({ status: 429, body: { code: 'too_many_requests', retry: 'later' } });
    expect(slowed.headers.get('retry-after')).toBe('1');
    expect((await other.hello()).status).toBe(200);
    server.clock.advance(1_000);
    expect((await one.hello()).status).toBe(200);
    expect((await one.hello(NOT_A_SIGNATURE)).status).toBe(401);
  });
});
