import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { questionTypes } from '../core/questionnaire/index.ts';
import { answerAnything } from './answerAnything.ts';
import { askAnother, lastAnswers } from './askAnother.ts';
import { axeViolations } from './axe.ts';
import { everyType } from './questionnaires/everyType.ts';
import { TERMINAL_SIZES, openRoad, type Road } from './road.ts';

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

const sizeAt = (index: number) =>
  TERMINAL_SIZES[index % TERMINAL_SIZES.length] ?? { width: 1080, height: 1920 };

const AXE = { resultTypes: ['violations' as const] };

/** Nothing sticks out at the sides: nobody scrolls there. */
const sticksOut = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    ),
  );

it('a questionnaire with every type runs on the terminal from the first question to the last, and axe finds nothing', async () => {
  const { page } = road.terminal;
  await askAnother(page, everyType);
  const asked = new Set<string>();
  const found: string[] = [];
  const screens = await answerAnything(page, async (name, when) => {
    // Each screen arrives in one size and is answered in the other; the next one the other way round.
    const size = sizeAt(asked.size + (when === 'before' ? 0 : 1));
    await page.setViewportSize(size);
    const types = await page.locator('[data-type]').evaluateAll(typesOf);
    for (const type of types) asked.add(type);
    const at = `${name} ${when} at ${String(size.width)}`;
    // What opens in answering is looked at where several questions share the screen.
    if (when === 'before' || types.length > 1) {
      for (const violation of await axeViolations(page, AXE)) found.push(`${at}: ${violation}`);
    }
    if (await sticksOut(page)) found.push(`${at}: sticks out`);
  });
  expect(found).toEqual([]);
  expect(screens.length).toBeGreaterThan(55);
  const shown = Object.values(questionTypes).filter(
    ({ asked: isAsked, choices }) => isAsked && choices !== 'file',
  );
  const missing = shown.map(({ name }) => name).filter((name) => !asked.has(name));
  expect(missing).toEqual(['select_one_external', 'osm']);
  // The server has never heard of this questionnaire: what the device keeps is what counts.
  expect(await lastAnswers(page)).toMatchObject({
    '/data/words': 'Anna',
    '/data/visits': '7',
    '/data/comfort': '7',
    '/data/town': 'town_42',
    '/data/order': expect.stringMatching(/^\S+( \S+){4}$/) as string,
    '/data/rules': 'OK',
    '/data/nps': '9',
    '/data/thumbs': 'up',
    '/data/sum': 'price=100',
    '/data/contact': 'consent=yes email=anna@example.org',
    '/data/point': '56 24 0 0',
    '/data/you/first_name': 'Anna',
    '/data/table/shop': 'never',
    '/data/child[1]/child_age': '7',
  });
});

const typesOf = (elements: readonly Element[]): string[] =>
  elements.map((element) => element.getAttribute('data-type') ?? '');
