import type { BrowserContext, Page } from 'playwright-core';
import type { TestServer } from './server.ts';

const ADMINISTRATOR = { name: 'Anna Ozola', email: 'anna@example.com', password: 'correct horse battery' };

/** Makes the first administrator by the printed link, in a tab of its own, and arrives at the overview. */
export async function openConsole(context: BrowserContext, server: Pick<TestServer, 'link'>): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(server.link('#setup='));
  await page.getByLabel('Your name').fill(ADMINISTRATOR.name);
  await page.getByLabel('E-mail').fill(ADMINISTRATOR.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await page.getByRole('region', { name: 'CSAT' }).waitFor({ timeout: 60_000 });
  return page;
}

/** What the overview shows, read from the screen. */
export interface ShownOverview {
  readonly responses: number;
  readonly n: number;
  /** Percent, one decimal; null where nobody answered. */
  readonly csat: number | null;
  /** Answers per face, worst first. */
  readonly faces: readonly number[];
}

const numberIn = (text: string, pattern: RegExp): number | null => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found.replaceAll(',', ''));
};

export async function shownOverview(page: Page): Promise<ShownOverview> {
  const responses = await page.getByRole('region', { name: 'Responses today' }).innerText();
  const csat = await page.getByRole('region', { name: 'CSAT' }).innerText();
  const faces = await page
    .getByRole('listitem')
    .filter({ hasText: /\d+ answers?$/ })
    .allInnerTexts();
  return {
    responses: numberIn(responses, /today\s+([\d,]+)/) ?? NaN,
    n: numberIn(csat, /\bn ([\d,]+)/) ?? NaN,
    csat: numberIn(csat, /([\d.]+)\s?%/),
    faces: faces.map((text) => numberIn(text, /([\d,]+) answers?$/) ?? NaN),
  };
}
