import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Half-way through a fade every text lacks contrast. What has just been opened begins to fade in up to three frames later. What runs on for
 * seconds is part of the screen.
 */
const arrived = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let begun = 0; begun < 3 && document.visibilityState === 'visible'; begun += 1) await frame();
    const short = document.getAnimations().filter(({ effect }) => {
      const { endTime } = effect?.getComputedTiming() ?? {};
      return typeof endTime === 'number' && endTime < 2_000;
    });
    // One that is taken away is as good as ended.
    await Promise.allSettled(short.map(({ finished }) => finished));
  });

/** Every violation that axe finds on the page as it stands, one readable line each; empty when it finds none. */
export async function axeViolations(page: Page, options: Axe.RunOptions = {}): Promise<string[]> {
  await arrived(page);
  await page.evaluate(await readFile(SOURCE, 'utf8'));
  const results = await page.evaluate(
    (runOptions) => (globalThis as unknown as { axe: typeof Axe }).axe.run(document, runOptions),
    options,
  );
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
}
