import { expect, it } from 'vitest';
import { openDevicePage } from '../devicePage.ts';
import { atFirstScreen } from '../respondent.ts';
import { openRoad } from '../road.ts';

/** More than what the page lets pass between two looks whether it may be reloaded. */
const PAST_A_LOOK = 11_000;

it('a new version waits for whoever looks at the device page', async () => {
  const { terminal, end } = await openRoad();
  try {
    const { page } = terminal;
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.clock.install();
    await page.reload();
    await atFirstScreen(page);
    // The services have started when the worker's new versions are heard of: the device page's own reading comes after that.
    const devicePage = await openDevicePage(page);
    await page.getByText('Starts without a network, too').waitFor({ timeout: 60_000 });
    let loads = 0;
    page.on('framenavigated', () => (loads += 1));
    await page.evaluate(() => navigator.serviceWorker.dispatchEvent(new Event('controllerchange')));
    await page.clock.fastForward(PAST_A_LOOK);
    expect(loads).toBe(0);
    const reloaded = page.waitForEvent('framenavigated', { timeout: 60_000 });
    await devicePage.close();
    await page.clock.fastForward(PAST_A_LOOK);
    await reloaded;
    await atFirstScreen(page);
  } finally {
    await end();
  }
});
