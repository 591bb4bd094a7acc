import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { draftCount, fillOutbox, waitingCount } from '../outbox.ts';
import { startSpoiler } from '../pushSpoiler.ts';
import { atFirstScreen, respond, tapFace } from '../respondent.ts';
import { openRoad, terminalAddress } from '../road.ts';
import { startServer } from '../server.ts';
import { storedResponses } from '../store.ts';
import { until } from '../until.ts';

/** The page's process dies, as one that ran out of memory does; the browser lives on. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash', { timeout: 60_000 });
  // Its answer never comes.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** A person loads the terminal anew; Playwright gives a crashed tab up, so it is in another one. */
async function openAnew(crashed: Page, address: string): Promise<Page> {
  const page = await crashed.context().newPage();
  await page.goto(address);
  await crashed.close();
  return page;
}

const nothingWaits = (page: Page): Promise<true> =>
  until('nothing waits', 60_000, async () => ((await waitingCount(page)) === 0 ? true : undefined));

it('[B1] a page whose process crashes in the middle of a sitting keeps who was heard, and what was said by who was cut off', async () => {
  const { server, terminal, end } = await openRoad();
  try {
    const address = terminalAddress(server);
    let { page } = terminal;
    await server.stop();
    for (const face of [5, 1] as const) {
      await respond(page, { face });
      await atFirstScreen(page);
      await tapFace(page, 3);
      const crashed = page;
      await until('the first answer is kept', 60_000, async () =>
        (await draftCount(crashed)) === 1 ? true : undefined,
      );
      await crash(page);
      page = await openAnew(page, address);
      await atFirstScreen(page);
    }
    const again = page;
    await until('who was cut off is recorded', 60_000, async () =>
      (await waitingCount(again)) === 4 ? true : undefined,
    );
    expect(await draftCount(again)).toBe(0);
    await server.start();
    await again.evaluate(() => dispatchEvent(new Event('online')));
    await nothingWaits(again);
    const said = storedResponses(server.dataFolder).map(
      ({ response: { endedBy, answers } }) => `${endedBy} ${answers['/data/visit'] ?? ''}`,
    );
    expect(said.sort()).toEqual(['finished 1', 'finished 5', 'interrupted 3', 'interrupted 3']);
  } finally {
    await end();
  }
});

it('[A2] a page whose process crashes while it drains, between a commit and its reply, sends everything once', async () => {
  const { server, terminal, end } = await openRoad();
  await server.stop();
  const behind = await startServer({ dataFolder: server.dataFolder });
  const stored = (): string[] => storedResponses(server.dataFolder).map(({ responseId }) => responseId);
  const spoiler = await startSpoiler(
    'of small batches the second is never answered',
    server.port,
    behind.port,
  );
  try {
    const { page } = terminal;
    const given = await fillOutbox(page, 30);
    await until('the second batch is stored, and not acknowledged', 90_000, async () => {
      const taken = spoiler.pushes.filter(({ status }) => status === 200).length;
      const waiting = await waitingCount(page);
      if (taken === 2 && stored().length + waiting > given.length) return true;
      // After each refusal it would wait a little longer.
      await page.evaluate(() => dispatchEvent(new Event('online')));
      return undefined;
    });
    await crash(page);
    const again = await openAnew(page, terminalAddress(server));
    await atFirstScreen(again);
    await nothingWaits(again);
    expect(stored().sort()).toEqual([...given].sort());
  } finally {
    await spoiler.stop();
    await behind.stop();
    await end();
  }
});
