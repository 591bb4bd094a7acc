import { expect, it } from 'vitest';
import { fillOutbox, spoilResponse, waitingCount } from './outbox.ts';
import { openRoad } from './road.ts';
import { quarantinedCount, storedResponses } from './store.ts';
import { until } from './until.ts';

it('[V3] [B4] quarantines one malformed response of a batch and stores its neighbours', async () => {
  const { server, terminal, end } = await openRoad();
  const { page } = terminal;
  try {
    await server.stop();
    const ids = await fillOutbox(page, 21);
    const [poison = ''] = ids.splice(10, 1);
    await spoilResponse(page, poison, '{"schema":1,"what":');
    await server.start();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await until('the outbox is empty', 60_000, async () =>
      (await waitingCount(page)) === 0 ? true : undefined,
    );

    expect(
      storedResponses(server.dataFolder)
        .map(({ responseId }) => responseId)
        .sort(),
    ).toEqual(ids.sort());
    expect(quarantinedCount(server.dataFolder)).toBe(1);
  } finally {
    await end();
  }
});
