import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Definition } from '../core/questionnaire/index.ts';
import { ADMINISTRATOR, TestConsole } from '../sync-server/testing/index.ts';
import { axeViolations } from './axe.ts';
import { heldQuestionnaire, syncNow } from './outbox.ts';
import { tapUntil } from './respondent.ts';
import { TERMINAL_SIZES, openRoad, type Road } from './road.ts';
import { storedResponses } from './store.ts';
import { tapKeys } from './tapKeys.ts';
import { until } from './until.ts';

const SAMPLE = JSON.parse(
  readFileSync(join(import.meta.dirname, '../assets/questionnaires/sample.json'), 'utf8'),
) as Definition;

const LANGUAGES = [...SAMPLE.languages, { code: 'ar', name: 'العربية', direction: 'rtl' as const }];

/** A comment and somebody's address, in the languages of an airport. */
const WRITTEN: Definition = {
  schema: 1,
  id: 'written',
  version: '1',
  title: { en: 'Written' },
  languages: LANGUAGES,
  defaultLanguage: 'en',
  elements: [
    {
      type: 'smiley',
      name: 'visit',
      label: {
        en: 'How was it?',
        ru: 'Как всё прошло?',
        lv: 'Kā gāja?',
        de: 'Wie war es?',
        ar: 'كيف كانت زيارتك؟',
      },
      required: 'true()',
    },
    { type: 'text', name: 'comment', label: { en: 'Anything else?', ar: 'هل تود إضافة شيء؟' } },
    { type: 'contact-request', name: 'contact', label: { en: 'May we write to you?' } },
  ],
};

let road: Road;
beforeAll(async () => {
  road = await openRoad();
  const office = new TestConsole(road.server.origin);
  const code = new URL(road.server.link('#setup=')).hash.replace('#setup=', '');
  expect((await office.post('/api/console/setup', { code, ...ADMINISTRATOR })).status).toBe(200);
  const published = { surveyId: 'written', definition: WRITTEN, touchpointIds: ['sample'] };
  expect((await office.post('/api/console/surveys', published)).status).toBe(200);
  await syncNow(road.terminal.page);
  await until('the terminal holds the questions', 60_000, async () =>
    (await heldQuestionnaire(road.terminal.page)) === 'written' ? true : undefined,
  );
  await road.terminal.page.reload();
});
afterAll(() => road.end());

const SAID = [
  { language: 'lv', name: 'Latviešu', comment: 'Ātri, laipni un ļoti jauki! Gaidīju 5 min.\nPaldies' },
  { language: 'ru', name: 'Русский', comment: 'Всё хорошо. Объявлений мало, ёлка — нет' },
  { language: 'ar', name: 'العربية', comment: 'انتظرتُ طويلاً، ولكن الموظفين لطفاء. لماذا؟' },
  { language: 'de', name: 'Deutsch', comment: 'Schön groß, aber Äpfel für 3 €?' },
].map((said) => ({ ...said, comment: said.comment.replace('—', '–') }));

const box = (page: Page) => page.getByRole('textbox');
const onward = (page: Page) => page.locator('footer button').last();

/** Every key is large enough for a finger, and none sticks out. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.locator('[data-key]').evaluateAll((keys) =>
    keys.flatMap((key) => {
      const { width, height, left, right, bottom } = key.getBoundingClientRect();
      const fits = left >= 0 && right <= innerWidth && bottom <= innerHeight;
      return width >= 56 && height >= 56 && fits
        ? []
        : [`${key.getAttribute('data-key') ?? ''} ${width} ${height}`];
    }),
  );

async function checked(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await tooSmall(page)).toEqual([]);
  const field = await box(page).last().boundingBox();
  const keys = await page.locator('[data-key]').first().boundingBox();
  expect((field?.y ?? Infinity) + (field?.height ?? 0)).toBeLessThanOrEqual(keys?.y ?? 0);
}

async function toComment(page: Page, name: string): Promise<void> {
  const face = page.locator('[data-waiting="true"] [data-value="4"]');
  await face.waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name }).click();
  await tapUntil(page.locator('[data-value="4"]'), () => box(page).isVisible());
  await page.locator('[data-key="erase"]').waitFor();
}

describe.each(TERMINAL_SIZES)('by tapping keys alone, at $width x $height', (size) => {
  it.each(SAID)('a comment in $language arrives as it was meant', async ({ language, name, comment }) => {
    const { server, terminal } = road;
    const { page } = terminal;
    await page.setViewportSize(size);
    const before = storedResponses(server.dataFolder).length;
    await toComment(page, name);
    await checked(page);
    await tapKeys(page, comment);
    expect(await box(page).inputValue()).toBe(comment);

    const yes = page.locator('[data-value="yes"]');
    await tapUntil(onward(page), () => yes.isVisible());
    await tapUntil(yes, async () => (await box(page).count()) === 3);
    await box(page).nth(1).click();
    await tapKeys(page, 'anna_b@example.com');
    await checked(page);
    await page.locator('[data-key="next"]').click();
    await tapKeys(page, '+371 20000000');
    await checked(page);
    await page.locator('[data-key="hide"]').click();
    await tapUntil(onward(page), async () => (await box(page).count()) === 0);

    const { response } = await until('the response is in the store', 60_000, () =>
      storedResponses(server.dataFolder).at(before),
    );
    expect(response).toMatchObject({
      language,
      answers: {
        '/data/comment': comment,
        '/data/contact': 'consent=yes email=anna_b@example.com phone=+371%2020000000',
      },
    });
    await page.reload();
  });
});

/** Whether a finger on a key's place meets the key: in the very moment when the keys appear, and once they have come to rest. */
const meetsKeys = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<readonly boolean[]>((resolve) => {
        const meets = (key: Element): boolean => {
          const { left, top } = key.getBoundingClientRect();
          return document.elementFromPoint(left + 20, top + 20) === key;
        };
        new MutationObserver((_, observer) => {
          const key = document.querySelector('[data-key="g"], [data-key="G"]');
          if (key === null) return;
          observer.disconnect();
          const atOnce = meets(key);
          const settled = document.getAnimations().map(({ finished }) => finished);
          void Promise.all(settled).then(() => resolve([atOnce, meets(key)]));
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );

it('a second tap that was meant for the screen before writes nothing: the keys take none before they have arrived', async () => {
  const { page } = road.terminal;
  const face = page.locator('[data-waiting="true"] [data-value="4"]');
  await face.waitFor({ timeout: 60_000 });
  const met = meetsKeys(page);
  await tapUntil(page.locator('[data-value="4"]'), () => box(page).isVisible());
  expect(await met).toEqual([false, true]);
});
