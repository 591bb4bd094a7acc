import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { openConsole } from './console.ts';
import { openDevicePage } from './devicePage.ts';
import { askInArabic } from './outbox.ts';
import { atFirstScreen, chooseReasons, tapFace, thanks, writeComment } from './respondent.ts';
import { TERMINAL_SIZES, openRoad, terminalAddress, type Road } from './road.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

/** Nothing sticks out: a person at a terminal can't scroll. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function checked(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

describe('axe finds nothing', () => {
  it.each(TERMINAL_SIZES)('at any step of a sitting at $width x $height', async (size) => {
    const { page } = road.terminal;
    await page.setViewportSize(size);
    await atFirstScreen(page);
    await checked(page);
    await tapFace(page, 1);
    await checked(page);
    await chooseReasons(page, ['speed', 'price']);
    await checked(page);
    await writeComment(page, 'Gaidīju ilgi');
    await checked(page);
    await atFirstScreen(page);
  });

  it.each(['Русский', 'Latviešu', 'Deutsch'])('in %s', async (language) => {
    const { page } = road.terminal;
    await page.getByRole('button', { name: language }).click();
    await checked(page);
    await tapFace(page, 5);
    await checked(page);
    await page.reload();
    await atFirstScreen(page);
  });

  it('on the device page and before enrolment', async () => {
    const { page } = road.terminal;
    const devicePage = await openDevicePage(page);
    await checked(page);
    await devicePage.close();
    const fresh = await launchBrowser();
    await fresh.page.goto(terminalAddress(road.server));
    await fresh.page.getByRole('heading').first().waitFor();
    await checked(fresh.page);
    await fresh.close();
  });

  it('on the console', async () => {
    const office = await openConsole(road.terminal.context, road.server);
    expect(await axeViolations(office)).toEqual([]);
    await office.close();
  });
});

it('a whole sitting works by keyboard alone', async () => {
  const { page } = road.terminal;
  await page.bringToFront();
  await atFirstScreen(page);
  const before = storedResponses(road.server.dataFolder).length;
  await tabTo(page, '[role="radio"]');
  await page.keyboard.press('ArrowRight');
  await press(page, 'Enter', async () => (await page.getByRole('radiogroup').count()) === 0);
  await tabTo(page, '[role="checkbox"]');
  const first = page.getByRole('checkbox').first();
  await press(page, 'Space', async () => (await first.getAttribute('aria-checked')) === 'true');
  await tabTo(page, 'button:text-is("Next")');
  await press(page, 'Enter', () => page.getByRole('textbox').isVisible());
  await tabTo(page, 'textarea');
  await page.keyboard.type('By keyboard');
  await tabTo(page, 'button:text-is("Send")');
  await press(page, 'Enter', () => thanks(page).isVisible());
  const stored = await until('the response is in the store', 60_000, () => {
    const all = storedResponses(road.server.dataFolder);
    return all.length > before ? all.at(-1) : undefined;
  });
  expect(stored.response.answers).toMatchObject({ '/data/visit': '2', '/data/comment': 'By keyboard' });
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(`${selector}:focus`).count()) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

/** Presses again until it is taken, as the first moment of a new screen ignores taps. */
async function press(page: Page, key: string, taken: () => Promise<boolean>): Promise<void> {
  await until(`${key} is taken`, 60_000, async () => {
    if (await taken()) return true;
    await page.keyboard.press(key);
    return (await taken()) ? true : undefined;
  });
}

it('mirrors its layout for Arabic', async () => {
  const { server, terminal } = road;
  const { page } = terminal;
  const left = async (name: string): Promise<number> =>
    (await page.getByRole('radio', { name }).boundingBox())?.x ?? NaN;
  await page.setViewportSize({ width: 1280, height: 800 });
  await atFirstScreen(page);
  expect(await left('Very bad')).toBeLessThan(await left('Very good'));

  await server.stop();
  await askInArabic(page);
  await page.reload();
  await atFirstScreen(page);
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  expect(await left('سيئة جدًا')).toBeGreaterThan(await left('ممتازة'));
  await checked(page);
  const place = await page.locator('header p').first().boundingBox();
  expect(place?.x ?? 0).toBeGreaterThan(640);
  await tapFace(page, 2);
  await checked(page);
  await chooseReasons(page, ['speed']);
  await checked(page);
  await writeComment(page, 'انتظرت طويلا');
  await checked(page);
  await atFirstScreen(page);
});
