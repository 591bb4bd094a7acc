import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';

describe('the whole road, from a device to a number on the console', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  it('counts what a device pushed in the hours of the touchpoint, with its comments', async () => {
    const device = await server.device();
    const console = await server.console();
    const faces = [5, 5, 4, 1];
    const items = faces.map((face, index) =>
      device.seal(
        sampleResponse({
          face,
          finishedAt: NOON - index * 3_600_000,
          ...(face === 1 ? { answers: { '/data/visit': '1', '/data/comment': ' Slow! ' } } : {}),
        }),
      ),
    );
    const pushed = await device.push(items);
    expect(pushed.status).toBe(200);
    expect(pushed.body.items.map(({ verdict }) => verdict)).toEqual(faces.map(() => 'stored'));
    const overview = await console.overview();
    expect(overview).toMatchObject({
      date: '2026-11-18',
      responses: 4,
      quarantined: 0,
      distribution: [1, 0, 0, 1, 2],
      csat: { value: 75, n: 4 },
      comments: [{ text: 'Slow!', face: 1, language: 'en', at: NOON - 3 * 3_600_000 }],
      devices: [{ name: 'Terminal 1', state: 'well', highWater: 4, lastContactAt: NOON }],
    });
    expect(overview.question['lv']).toBe('Kā vērtējat šodienas apmeklējumu?');
    expect(overview.hours).toHaveLength(24);
    expect(overview.hours.filter(({ csat }) => csat.n > 0).map(({ hour }) => hour)).toEqual([9, 10, 11, 12]);
  });
});
