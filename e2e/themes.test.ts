import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Definition, Theme } from '../core/questionnaire/index.ts';
import { askAnother } from './askAnother.ts';
import { axeViolations } from './axe.ts';
import { atFirstScreen, chooseReasons, tapFace, thanks, writeComment } from './respondent.ts';
import { TERMINAL_SIZES, openRoad, type Road } from './road.ts';

const SAMPLE = JSON.parse(
  readFileSync(join(import.meta.dirname, '../assets/questionnaires/sample.json'), 'utf8'),
) as Definition;

const THEMES: readonly Theme[] = [
  {
    look: 'dark',
    corners: 'square',
    colours: {
      ground: '#141433',
      surface: '#20204a',
      ink: '#f4f2ff',
      accent: '#ffd34d',
      accentInk: '#000000',
    },
  },
  {
    look: 'light',
    corners: 'slight',
    colours: {
      ground: '#fff4f7',
      surface: '#ffffff',
      ink: '#2a1020',
      accent: '#8a1c4b',
      accentInk: '#ffffff',
    },
  },
];

let road: Road;
beforeAll(async () => {
  road = await openRoad();
  await road.server.stop();
});
afterAll(() => road.end());

const rgb = (colour: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`;

it.each(THEMES)('a terminal in its own colours, $look, is read by everybody at every step', async (theme) => {
  const { page } = road.terminal;
  await askAnother(page, { ...SAMPLE, version: theme.look, theme });
  await atFirstScreen(page);
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(ground).toBe(rgb(theme.colours.ground));
  const found: string[] = [];
  const check = async (step: string): Promise<void> => {
    for (const size of TERMINAL_SIZES) {
      await page.setViewportSize(size);
      for (const violation of await axeViolations(page)) {
        found.push(`${step} at ${String(size.width)}: ${violation}`);
      }
    }
  };
  await check('face');
  await tapFace(page, 2);
  await check('reasons');
  await chooseReasons(page, ['speed']);
  await page.locator('[data-key="erase"]').waitFor();
  await check('comment');
  await writeComment(page, 'Gaidīju ilgi');
  await thanks(page).waitFor();
  await check('thanks');
  expect(found).toEqual([]);
});
