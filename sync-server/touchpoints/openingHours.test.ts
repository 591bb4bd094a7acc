import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpeningHours } from '../../core/protocol/index.ts';
import { startTestServer, type TestConsole, type TestServer } from '../testing/index.ts';

const SHOP: OpeningHours = {
  week: [[{ from: '09:00', to: '21:00' }], [], [], [], [], [], [{ from: '22:00', to: '02:00' }]],
  otherDays: [{ date: '2026-12-25', spans: [] }],
};

describe('opening hours', () => {
  let server: TestServer;
  let browser: TestConsole;
  beforeEach(async () => {
    server = await startTestServer();
    browser = await server.console();
  });
  afterEach(() => server.stop());

  const set = (openingHours: unknown, touchpoint = 'sample') =>
    browser.post(`/api/console/touchpoints/${touchpoint}/opening-hours`, { openingHours });
  const listed = async () =>
    ((await (await browser.get('/api/console/touchpoints')).json()) as { touchpoints: unknown[] })
      .touchpoints[0];

  it('D6 come down with the next hello, and with an enrolment, until they are taken away', async () => {
    const device = await server.device();
    const before = (await device.hello()).body;
    expect(before.touchpoint).not.toHaveProperty('openingHours');
    expect((await set(SHOP)).status).toBe(200);
    const after = (await device.hello({ cursor: before.cursor })).body;
    expect(after.touchpoint).toMatchObject({ touchpointId: 'sample', openingHours: SHOP });
    expect(after.cursor).not.toBe(before.cursor);
    expect(await listed()).toMatchObject({ openingHours: SHOP });
    expect((await set(null)).status).toBe(200);
    expect((await device.hello()).body.touchpoint).not.toHaveProperty('openingHours');
    expect(await listed()).not.toHaveProperty('openingHours');
  });

  it.each([
    ['no hours', undefined],
    ['six days', { ...SHOP, week: SHOP.week.slice(1) }],
    [
      'a time that is none',
      { ...SHOP, otherDays: [{ date: '2026-12-25', spans: [{ from: '9', to: '24:01' }] }] },
    ],
    ['more than is known', { ...SHOP, lunch: true }],
  ])('are refused with %s, and nothing changes', async (_name, openingHours) => {
    await set(SHOP);
    expect((await set(openingHours)).status).toBe(400);
    expect(await listed()).toMatchObject({ openingHours: SHOP });
  });

  it('are those of a touchpoint that is there', async () => {
    expect((await set(SHOP, 'nowhere')).status).toBe(404);
  });
});
