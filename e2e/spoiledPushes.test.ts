import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillOutbox, waitingCount } from './outbox.ts';
import { LARGEST, WAIT_SECONDS, startSpoiler, type SpoilName } from './pushSpoiler.ts';
import { openRoad, type Road } from './road.ts';
import { startServer, type TestServer } from './server.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

const WAITING = 30;
let road: Road;
/** The real server with the road's data, behind whatever stands at the road's address. */
let behind: TestServer;
const given: string[] = [];

beforeAll(async () => {
  road = await openRoad();
  await road.server.stop();
  behind = await startServer({ dataFolder: road.server.dataFolder });
});
afterAll(async () => {
  await behind.stop();
  await road.end();
});

const waiting = () => waitingCount(road.terminal.page);
const wake = (): Promise<unknown> => road.terminal.page.evaluate(() => dispatchEvent(new Event('online')));

/** Fills the outbox, lets the pushes be spoiled, and gives what the spoiler saw when everything has arrived all the same. */
async function drainThrough(name: SpoilName, afterFirst: () => Promise<void>) {
  const { page } = road.terminal;
  given.push(...(await fillOutbox(page, WAITING)));
  const spoiler = await startSpoiler(name, road.server.port, behind.port);
  try {
    await wake();
    await until('the first push came', 60_000, () => (spoiler.pushes.length > 0 ? true : undefined));
    await afterFirst();
    await until('the outbox is empty', 60_000, async () => {
      if ((await waiting()) === 0) return true;
      await wake();
      return undefined;
    });
    const stored = storedResponses(road.server.dataFolder).map(({ responseId }) => responseId);
    expect(stored.sort()).toEqual([...given].sort());
    return spoiler.pushes;
  } finally {
    await spoiler.stop();
  }
}

const nothingAcknowledged = async (): Promise<void> => expect(await waiting()).toBe(WAITING);

it('[S2] a 413 to a push with a good token halves the batch until it passes', async () => {
  const pushes = await drainThrough(
    'a proxy finds batches of more than eight too large',
    nothingAcknowledged,
  );
  expect(pushes[0]).toMatchObject({ items: WAITING, status: 413 });
  const passed = pushes.filter(({ status }) => status === 200);
  expect(Math.max(...passed.map(({ items }) => items))).toBeLessThanOrEqual(LARGEST);
  expect(passed.reduce((sum, { items }) => sum + items, 0)).toBe(WAITING);
});

it('[S4] [A4] a 503 to a push with a good token acknowledges nothing, and its Retry-After is kept', async () => {
  const pushes = await drainThrough('a proxy asks to come back later', nothingAcknowledged);
  const [first, second] = pushes;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(WAIT_SECONDS * 1_000);
});

it.each([
  'the reply speaks of another batch',
  'the reply ends in the middle of a verdict',
  'the connection breaks in the middle of the reply',
] as const)('[A1] [A4] [V2] where %s, nothing is acknowledged and nothing doubled', async (name) => {
  const pushes = await drainThrough(name, () => Promise.resolve());
  expect(pushes.map(({ items }) => items).slice(0, 2)).toEqual([WAITING, WAITING]);
});

it('[A2] where the reply has verdicts for half of the batch, the other half is sent again', async () => {
  const pushes = await drainThrough('the reply has verdicts for half of the batch', () => Promise.resolve());
  expect(pushes.map(({ items }) => items)).toEqual([WAITING, WAITING / 2]);
});
