import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { helloStatement, type Fleet } from '../../core/protocol/index.ts';
import { publishSurvey } from '../surveys/index.ts';
import {
  NOON,
  SAMPLE,
  TestDevice,
  sampleResponse,
  startTestServer,
  type TestServer,
} from '../testing/index.ts';

describe('hello', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  it('H1 a nonce is good once', async () => {
    const device = await server.device();
    const { nonce, serverId } = (await device.challenge()).body;
    const signature = await device.sign(helloStatement(serverId, device.deviceId, nonce));
    expect((await device.hello({ nonce, signature })).status).toBe(200);
    expect(await device.hello({ nonce, signature })).toMatchObject({
      status: 401,
      body: { code: 'signature_invalid', retry: 'later' },
    });
  });

  it("H1 a nonce is good for two minutes of the server's clock, whatever the device's says", async () => {
    const device = await server.device({ now: () => 0 });
    const helloAfter = async (wait: number) => {
      const { nonce, serverId } = (await device.challenge()).body;
      server.clock.advance(wait);
      const signature = await device.sign(helloStatement(serverId, device.deviceId, nonce));
      return (await device.hello({ nonce, signature })).status;
    };
    expect(await helloAfter(119_999)).toBe(200);
    expect(await helloAfter(120_000)).toBe(401);
  });

  it('H1 a nonce is good for the device that asked for it only', async () => {
    const [one, other] = [await server.device(), await server.device()];
    const { nonce, serverId } = (await one.challenge()).body;
    const signature = await other.sign(helloStatement(serverId, other.deviceId, nonce));
    expect((await other.hello({ nonce, signature })).status).toBe(401);
  });

  it('H1 the signature is over this server, this device and this nonce', async () => {
    const device = await server.device();
    for (const wrong of [
      (nonce: string) => helloStatement('another server', device.deviceId, nonce),
      (nonce: string) => helloStatement(server.store.serverId, 'another device', nonce),
      () => helloStatement(server.store.serverId, device.deviceId, 'another nonce'),
    ]) {
      const { nonce } = (await device.challenge()).body;
      expect((await device.hello({ nonce, signature: await device.sign(wrong(nonce)) })).status).toBe(401);
    }
  });

  it("H2 gives token, limits, the server's epoch and time, and the high water of the device's epoch", async () => {
    const device = await server.device();
    await device.push([device.seal(sampleResponse()), device.seal(sampleResponse())]);
    device.seal(sampleResponse()); // Made, but lost on the way: number 3 is missing.
    await device.push([device.seal(sampleResponse())]);
    const { body } = await device.hello();
    expect(body).toMatchObject({
      serverId: server.store.serverId,
      storeEpoch: server.store.storeEpoch,
      now: NOON,
      highWater: 2,
      limits: { maxItems: 500, maxPackedItems: 1_000, maxBatchBytes: 1_048_576, maxPayloadBytes: 1_048_576 },
      touchpoint: { touchpointId: 'sample' },
    });
    expect(body.tokenSeconds).toBeGreaterThan(0);
    expect((await device.hello({ storeEpoch: 'a new one' })).body.highWater).toBe(0);
  });

  it('L7 brings the keys to write sync files for, as the enrolment did', async () => {
    const device = await server.device();
    const { announced } = server.fileKeys;
    expect(announced.recipients).toHaveLength(2);
    expect(device.enrolment).toMatchObject({ fileKeys: announced });
    expect((await device.hello()).body).toMatchObject({ fileKeys: announced });
  });

  it('H2 brings the survey where the device has another version, and only there', async () => {
    const device = await server.device();
    expect((await device.hello()).body.survey).toBeUndefined();
    await server.store.write((tx) => publishSurvey(tx, 'visit', { ...SAMPLE, version: '2' }, NOON));
    expect((await device.hello()).body.survey).toMatchObject({
      questionnaireVersion: '2',
      definition: { version: '2' },
    });
    expect((await device.hello()).body.survey).toBeUndefined();
  });

  it("H3 keeps the device's health and counts as contact", async () => {
    const device = await server.device();
    const console = await server.console();
    server.clock.advance(20 * 60_000);
    expect((await console.overview()).devices[0]?.state).toBe('offline');
    await device.hello({ health: { waiting: 7, parked: 2, appVersion: '0.1.7' } });
    expect((await console.overview()).devices[0]).toMatchObject({
      state: 'well',
      waiting: 7,
      parked: 2,
      appVersion: '0.1.7',
      lastContactAt: server.clock.now(),
    });
  });

  it('H3 head office is told what the device lost, and what it keeps for another server', async () => {
    const device = await server.device();
    const console = await server.console();
    const said = { setAside: 3, storeLoss: { at: 5, restored: 2, lost: 1, uncertain: true } };
    await device.hello({ health: { waiting: 0, parked: 0, appVersion: '1', ...said } });
    const fleet = (await (await console.get('/api/console/devices')).json()) as Fleet;
    expect(fleet.devices[0]?.health).toMatchObject(said);
  });

  it('H4 an unknown device is refused with device_unknown', async () => {
    const stranger = await TestDevice.make(server.origin);
    expect(await stranger.challenge()).toMatchObject({
      status: 401,
      body: { code: 'device_unknown', retry: 'never' },
    });
    expect(await stranger.hello({ nonce: 'any', signature: 'any' })).toMatchObject({
      status: 401,
      body: { code: 'device_unknown' },
    });
  });

  it('H4 a wrong signature is refused with signature_invalid, and another key does not help', async () => {
    const [device, thief] = [await server.device(), await TestDevice.make(server.origin)];
    expect(await device.hello({ signature: 'bm90IG9uZQ' })).toMatchObject({
      status: 401,
      body: { code: 'signature_invalid' },
    });
    const { nonce, serverId } = (await device.challenge()).body;
    const signature = await thief.sign(helloStatement(serverId, device.deviceId, nonce));
    expect((await device.hello({ nonce, signature })).status).toBe(401);
  });

  it.each([0, NOON + 30 * 365 * 86_400_000, -1e300, 1e300])(
    'H5 a clock at %d is noted, not refused',
    async (now) => {
      const device = await server.device({ now: () => now });
      const { clock_offset: offset } = await server.store.read
        .selectFrom('device')
        .select('clock_offset')
        .executeTakeFirstOrThrow();
      expect(Number.isSafeInteger(offset)).toBe(true);
      if (Math.abs(now) < 1e15) expect(offset).toBe(NOON - now);
      const pushed = await device.push([device.seal(sampleResponse({ finishedAt: now, startedAt: now }))]);
      expect(pushed.body.items[0]?.verdict).toBe('stored');
    },
  );
});
