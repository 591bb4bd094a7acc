import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Every violation that axe finds on the page as it stands, one readable line each; empty when it finds none. */
export async function axeViolations(page: Page, options: Axe.RunOptions = {}): Promise<string[]> {
  await page.evaluate(await readFile(SOURCE, 'utf8'));
  const results = await page.evaluate(
    (runOptions) => (globalThis as unknown as { axe: typeof Axe }).axe.run(document, runOptions),
    options,
  );
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
}
