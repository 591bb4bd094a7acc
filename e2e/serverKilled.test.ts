import { expect, it } from 'vitest';
import { fillOutbox, waitingCount } from './outbox.ts';
import { openRoad } from './road.ts';
import { countedFaces, integrity, recountFaces, storedResponses } from './store.ts';
import { until } from './until.ts';

const KILLS = 20;
const WAITING = 250;

it('[B2] [B5] [V9] loses nothing and doubles nothing when the server is killed 20 times with batches in flight', async () => {
  const { server, terminal, end } = await openRoad();
  const { page } = terminal;
  let cutShort = 0;
  try {
    const ids: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await server.stop();
      ids.push(...(await fillOutbox(page, WAITING)));
      const inFlight = page.waitForRequest((request) => request.url().endsWith('/api/sync/push'), {
        timeout: 60_000,
      });
      await server.start();
      await page.evaluate(() => dispatchEvent(new Event('online')));
      const push = await inFlight;
      // Somewhere between the first byte of the batch and the last of the reply, differently each time.
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 60));
      await server.kill();
      if ((await push.response()) === null) cutShort += 1;
    }
    // Else every reply came before its kill, and the kills were none.
    expect(cutShort).toBeGreaterThan(0);
    await server.start();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await until('the outbox is empty', 60_000, async () =>
      (await waitingCount(page)) === 0 ? true : undefined,
    );

    const stored = storedResponses(server.dataFolder);
    expect(stored.map(({ responseId }) => responseId).sort()).toEqual(ids.sort());
    expect(countedFaces(server.dataFolder)).toEqual(recountFaces(stored));
    expect(integrity(server.dataFolder)).toBe('ok');
  } finally {
    await end();
  }
});
