/**
 * Tap to next screen painted, in the real terminal: from the browser's own time stamp of the tap until the frame that shows the next
 * question has been handed to the compositor. Each tap stores a draft with strict durability on its way.
 */
import type { Page } from 'playwright-core';
import { tapUntil } from '../e2e/respondent.ts';
import { openRoad } from '../e2e/road.ts';
import { spread } from './quantile.ts';

const TAPS = 30;
/** A screen that has just changed takes no tap for 350 ms; a person needs longer to read it. */
const READING = 450;

/** In the page: remembers when the last tap was made and when the heading that followed it was painted. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    let tapped = 0;
    addEventListener('click', (event) => (tapped = event.timeStamp), { capture: true });
    let heading = document.querySelector('h1');
    new MutationObserver(() => {
      const now = document.querySelector('h1');
      if (now === null || now === heading) return;
      heading = now;
      const from = tapped;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => times.push(performance.now() - from);
        painted.port2.postMessage(null);
      });
    }).observe(document.body, { childList: true, subtree: true });
  });

const road = await openRoad();
try {
  const { page } = road.terminal;
  const faces = page.getByRole('radiogroup');
  const back = page.getByRole('button', { name: 'Back' });
  // Once over the whole way, so that every part of the terminal is loaded.
  await tapUntil(page.getByRole('radio', { name: 'Good', exact: true }), () => back.isVisible());
  await tapUntil(back, () => faces.isVisible());
  await watch(page);
  for (let tap = 0; tap < TAPS; tap += 1) {
    await page.waitForTimeout(READING);
    await page
      .getByRole('radio')
      .nth(tap % 5)
      .click();
    await back.waitFor();
    await page.waitForTimeout(READING);
    await back.click();
    await faces.waitFor();
  }
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  console.log(`tap to next screen painted   ${spread(times)}   (${times.length} taps)`);
} finally {
  await road.end();
}
