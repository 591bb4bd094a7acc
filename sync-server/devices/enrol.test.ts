import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSecret } from '../secrets/index.ts';
import { TestDevice, startTestServer, type TestServer } from '../testing/index.ts';

const DAY = 86_400_000;

describe('enrolment', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());
  const device = () => TestDevice.make(server.origin);

  it('E1 a code has 128 bits, is kept only as a hash, and ends', async () => {
    const code = await server.newCode();
    expect(Buffer.from(code, 'base64url')).toHaveLength(16);
    const [row] = await server.store.read.selectFrom('enrolment').selectAll().execute();
    expect(row).toMatchObject({ code_hash: hashSecret(code), touchpoint_id: 'sample' });
    expect(row?.expires_at).toBeGreaterThan(server.clock.now());
    expect(JSON.stringify(row)).not.toContain(code);
  });

  it('E2 exchanges code and public key for a device, the server to pin, touchpoint and survey', async () => {
    const one = await device();
    const { status, body } = await one.enrol(await server.newCode());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      protocol: 1,
      serverId: server.store.serverId,
      deviceName: 'Terminal 1',
      touchpoint: { touchpointId: 'sample', timezone: 'Europe/Riga' },
      survey: {
        surveyId: 'visit',
        questionnaireVersion: '1',
        definition: { id: 'visit', defaultLanguage: 'en' },
      },
    });
    expect(body.devicePin).toMatch(/^\d{6}$/);
    const other = await device();
    const second = await other.enrol(await server.newCode());
    expect(second.body.deviceName).toBe('Terminal 2');
    expect(second.body.deviceId).not.toBe(body.deviceId);
  });

  it('E2 takes no key that is not a point of the curve', async () => {
    const one = await device();
    const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
    const request = { protocol: 1, code: await server.newCode(), publicKey, installId: 'i', appVersion: '1' };
    expect((await one.post('/api/device/enrol', request)).status).toBe(400);
  });

  it('E3 the same code with the same key gives the same device, also after its time', async () => {
    const one = await device();
    const code = await server.newCode();
    const first = await one.enrol(code);
    server.clock.advance(3 * DAY);
    const again = await one.enrol(code);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await server.store.read.selectFrom('device').select('device_id').execute()).toHaveLength(1);
  });

  it('E4 an unknown, a used and an expired code are refused alike', async () => {
    const used = await server.newCode();
    await (await device()).enrol(used);
    const expired = await server.newCode();
    server.clock.advance(DAY + 1);
    const refusals = [];
    for (const code of ['unknown', used, expired]) refusals.push(await (await device()).enrol(code));
    for (const { status, body } of refusals) {
      expect(status).toBe(403);
      expect(body).toMatchObject({ code: 'enrolment_code_invalid', retry: 'never' });
      expect(body).toEqual(refusals[0]?.body);
    }
  });

  it('E5 slows down who guesses codes', async () => {
    const one = await device();
    for (let guess = 0; guess < 20; guess += 1) await one.enrol(`guess ${String(guess)}`);
    const slowed = await one.enrol(await server.newCode());
    expect(slowed).toMatchObject({ status: 429, body: { code: 'too_many_requests', retry: 'later' } });
    expect(slowed.headers.get('retry-after')).toBe('1');
    server.clock.advance(1_000);
    expect((await one.enrol(await server.newCode())).status).toBe(200);
  });
});
