import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { draftCount, waitingCount } from '../outbox.ts';
import { atFirstScreen, respond, tapFace } from '../respondent.ts';
import { openRoad, terminalAddress } from '../road.ts';
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
