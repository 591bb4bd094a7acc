import { afterAll, beforeAll, expect, it } from 'vitest';
import { IMPOSTOR_NAMES, startImpostor } from './impostor.ts';
import { fillOutbox, waitingCount } from './outbox.ts';
import { openRoad, type Road } from './road.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

const WAITING = 30;
let road: Road;
const given: string[] = [];

beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

const wake = (): Promise<unknown> => road.terminal.page.evaluate(() => dispatchEvent(new Event('online')));

it.each(IMPOSTOR_NAMES)(
  '[A4] acknowledges nothing to %s, and drains when the real server is back',
  async (name) => {
    const { server, terminal } = road;
    await server.stop();
    given.push(...(await fillOutbox(terminal.page, WAITING)));
    const impostor = await startImpostor(name, server.port);
    await wake();
    // Two askings, so that the second comes from a device that has digested the first answer.
    await until('the device asked the impostor twice', 60_000, async () => {
      if (impostor.asked() >= 2) return true;
      await wake();
      return undefined;
    });
    expect(await waitingCount(terminal.page)).toBe(WAITING);
    await impostor.stop();

    await server.start();
    await wake();
    await until('the outbox is empty', 60_000, async () =>
      (await waitingCount(terminal.page)) === 0 ? true : undefined,
    );
    const stored = storedResponses(server.dataFolder).map(({ responseId }) => responseId);
    expect(stored.sort()).toEqual([...given].sort());
  },
);
