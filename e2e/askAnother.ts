import { build } from 'esbuild';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Definition } from '../core/questionnaire/index.ts';

/** Calls a function of `inPage/askAnother.ts` in the terminal's page. */
async function inPage(page: Page, call: string): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'inPage/askAnother.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'earshotAsk',
    target: 'es2022',
  });
  return page.evaluate(`(() => { ${outputFiles[0]?.text ?? ''}; return earshotAsk.${call}; })()`);
}

/** Gives the terminal another questionnaire, by its own storage code, and lets it start with that. */
export async function askAnother(page: Page, definition: Definition): Promise<void> {
  await inPage(page, `askAnother(${JSON.stringify(definition)})`);
  await page.reload();
}

/** What was said in the latest response that the terminal has recorded. */
export const lastAnswers = async (page: Page): Promise<Readonly<Record<string, string>>> =>
  (await inPage(page, 'lastAnswers()')) as Readonly<Record<string, string>>;
