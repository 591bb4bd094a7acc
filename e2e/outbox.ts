import { build } from 'esbuild';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type * as InPageModule from './inPage/device.ts';

type InPage = Pick<
  typeof InPageModule,
  | 'askInArabic'
  | 'devicePin'
  | 'draftCount'
  | 'fillOutbox'
  | 'heldQuestionnaire'
  | 'spoilResponse'
  | 'syncNow'
  | 'waitingCount'
>;

let bundle: Promise<string> | undefined;

/** The terminal's real storage code, as one script to run in its page. */
const storageCode = (): Promise<string> => {
  bundle ??= build({
    entryPoints: [join(import.meta.dirname, 'inPage/device.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'earshotTest',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundle;
};

/** Makes the functions of `inPage/` callable in the page as `globalThis.earshotTest`. */
async function bring(page: Page): Promise<void> {
  const there = await page.evaluate(() => 'earshotTest' in globalThis);
  if (!there) await page.evaluate(`${await storageCode()}; globalThis.earshotTest = earshotTest; undefined`);
}

async function inPage<Name extends keyof InPage>(
  page: Page,
  name: Name,
  ...given: Parameters<InPage[Name]>
): Promise<Awaited<ReturnType<InPage[Name]>>> {
  await bring(page);
  return page.evaluate<Awaited<ReturnType<InPage[Name]>>>(`earshotTest.${name}(...${JSON.stringify(given)})`);
}

/** How many responses wait in the terminal's own outbox. */
export const waitingCount = (page: Page): Promise<number> => inPage(page, 'waitingCount');

/** The questionnaire that the terminal holds for the next person. */
export const heldQuestionnaire = (page: Page): Promise<string> => inPage(page, 'heldQuestionnaire');

/** Asks the terminal to be in contact with its server now instead of at its next heartbeat. */
export const syncNow = (page: Page): Promise<void> => inPage(page, 'syncNow');

/** Answers that are kept of people who have not finished. */
export const draftCount = (page: Page): Promise<number> => inPage(page, 'draftCount');

/** The PIN that the device was given at enrolment, as it keeps it. */
export const devicePin = (page: Page): Promise<string> => inPage(page, 'devicePin');

/**
 * Records `count` finished responses through the terminal's own `recordResponse`, on its own database, as if people had given them.
 * Returns their ids.
 */
export const fillOutbox = (page: Page, count: number): Promise<string[]> => inPage(page, 'fillOutbox', count);

/** Puts other bytes, rightly hashed, in the place of a response that waits. */
export const spoilResponse = (page: Page, responseId: string, payload: string): Promise<void> =>
  inPage(page, 'spoilResponse', responseId, payload);

/** Gives the terminal the sample survey in Arabic, as if the server had sent it. */
export const askInArabic = (page: Page): Promise<void> => inPage(page, 'askInArabic');
