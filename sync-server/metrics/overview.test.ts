import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Overview } from '../../core/protocol/index.ts';
import { NOON, sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';

const HOUR = 3_600_000;

const countedHours = ({ hours }: Overview) => hours.filter(({ csat }) => csat.n > 0);

describe('the overview', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  it('is whole when nobody answered', async () => {
    const overview = await (await server.console()).overview();
    expect(overview).toMatchObject({
      touchpoint: { touchpointId: 'sample', name: 'Sample touchpoint', timezone: 'Europe/Riga' },
      date: '2026-11-18',
      now: NOON,
      responses: 0,
      csat: { value: null, low: null, high: null, n: 0 },
      distribution: [0, 0, 0, 0, 0],
      comments: [],
      devices: [],
    });
    expect(overview.hours).toHaveLength(24);
  });

  it("divides days by the touchpoint's midnight, whatever zone the device thinks it is in", async () => {
    const device = await server.device();
    const midnight = Date.parse('2026-11-17T22:00:00Z');
    const said = [midnight - 1, midnight, midnight + HOUR];
    await device.push(
      said.map((finishedAt) => device.seal(sampleResponse({ finishedAt, timezone: 'Asia/Tokyo' }))),
    );
    const browser = await server.console();
    expect((await browser.overview()).responses).toBe(2);
    const yesterday = await browser.overview('2026-11-17');
    expect(yesterday).toMatchObject({ date: '2026-11-17', responses: 1 });
    expect(yesterday.hours.at(-1)).toMatchObject({ hour: 23, distribution: [0, 0, 0, 0, 1] });
  });

  it('H5 counts by device time and its offset: a clock two days behind does no harm', async () => {
    const behind = 2 * 24 * HOUR;
    const device = await server.device({ now: () => server.clock.now() - behind });
    await device.push([device.seal(sampleResponse({ finishedAt: NOON - behind - HOUR }))]);
    const overview = await (await server.console()).overview();
    expect(overview.hours.find(({ hour }) => hour === 11)?.csat.n).toBe(1);
    expect(overview.devices[0]?.lastResponseAt).toBe(NOON - HOUR);
  });

  it('H5 counts no response after its receipt; one with a senseless time at its receipt, under a flag', async () => {
    const device = await server.device();
    await device.push(
      [NOON + 5 * HOUR, 1e300, -1e300, 0].map((finishedAt) => device.seal(sampleResponse({ finishedAt }))),
    );
    const browser = await server.console();
    expect(countedHours(await browser.overview())).toMatchObject([{ hour: 12, csat: { n: 1 } }]);
    expect(await browser.overview()).toMatchObject({ flagged: [{ flag: 'wrong_clock', responses: 3 }] });
    const reply = await browser.get('/api/console/touchpoints/sample/overview?flagged=with');
    expect(countedHours((await reply.json()) as Overview)).toMatchObject([{ hour: 12, csat: { n: 4 } }]);
  });

  it('counts partial responses as far as they go', async () => {
    const device = await server.device();
    await device.push([
      device.seal(sampleResponse({ endedBy: 'timeout' })),
      device.seal(sampleResponse({ endedBy: 'exit', answers: {} })),
    ]);
    expect(await (await server.console()).overview()).toMatchObject({ responses: 2, csat: { n: 1 } });
  });

  it('shows the 20 latest comments up to the day asked for, latest first', async () => {
    const device = await server.device();
    const items = Array.from({ length: 25 }, (_, index) =>
      device.seal(
        sampleResponse({
          finishedAt: NOON - index * HOUR,
          answers: { '/data/comment': `comment ${String(index)}` },
        }),
      ),
    );
    await device.push(items);
    const browser = await server.console();
    const { comments } = await browser.overview();
    expect(comments.map(({ text }) => text)).toEqual(
      Array.from({ length: 20 }, (_, index) => `comment ${String(index)}`),
    );
    expect(comments[0]).toMatchObject({ face: null, at: NOON });
    expect((await browser.overview('2026-11-17')).comments[0]?.text).toBe('comment 13');
  });

  it('holds nonsense and abuse apart from the other comments, and counts their faces like any other', async () => {
    const device = await server.device();
    const said = ['Clean and quick', 'asdfgh', 'What a shitty queue'];
    await device.push(
      said.map((comment, index) =>
        device.seal(
          sampleResponse({
            finishedAt: NOON - index * HOUR,
            answers: { '/data/visit': '4', '/data/comment': comment },
          }),
        ),
      ),
    );
    const { comments, heldBack, csat } = await (await server.console()).overview();
    expect(comments.map(({ text }) => text)).toEqual(['Clean and quick']);
    expect(heldBack).toMatchObject([
      { text: 'asdfgh', flag: 'spam' },
      { text: 'What a shitty queue', flag: 'profanity' },
    ]);
    expect(csat.n).toBe(3);
  });

  it('tells a device that nobody talks to from one that is gone', async () => {
    const device = await server.device();
    await device.push([device.seal(sampleResponse())]);
    const browser = await server.console();
    const state = async () => (await browser.overview()).devices[0]?.state;
    expect(await state()).toBe('well');
    server.clock.advance(6 * 60_000);
    expect(await state()).toBe('late');
    server.clock.advance(2 * HOUR);
    expect(await state()).toBe('offline');
    await device.hello();
    expect(await state()).toBe('silent');
  });

  it.each(['2026-02-30', 'yesterday', '2026-11-18T00:00'])('refuses the date %s', async (date) => {
    const reply = await (await server.console()).get(`/api/console/touchpoints/sample/overview?date=${date}`);
    expect(reply.status).toBe(400);
  });

  it('knows no touchpoint that is not there', async () => {
    const browser = await server.console();
    expect((await browser.get('/api/console/touchpoints/other/overview')).status).toBe(404);
    expect((await browser.post('/api/console/touchpoints/other/enrolments', {})).status).toBe(404);
  });

  it('makes an enrolment link that works, also as a QR code', async () => {
    const browser = await server.console();
    const reply = await browser.post('/api/console/touchpoints/sample/enrolments', {});
    const made = (await reply.json()) as { link: string; qrSvg: string; expiresAt: number };
    expect(made.link).toMatch(new RegExp(`^${server.origin}/terminal/#enrol=[\\w-]{22}$`));
    expect(made.qrSvg).toMatch(/^<svg [^]*<\/svg>\s*$/);
    expect(made.expiresAt).toBeGreaterThan(NOON);
    const list = (await (await browser.get('/api/console/touchpoints')).json()) as object;
    expect(list).toEqual({
      touchpoints: [
        {
          touchpointId: 'sample',
          name: 'Sample touchpoint',
          timezone: 'Europe/Riga',
          surveyTitle: 'Your visit today',
        },
      ],
    });
  });
});
