import type { Locator, Page } from 'playwright-core';
import { tapUntil, thanks } from './respondent.ts';

/** What a person does to answer a question of a type; nothing where there is nothing to do, or to leave it. */
type Answering = (question: Locator) => Promise<void>;

const key = (question: Locator, name: string): Locator => question.getByRole('button', { name, exact: true });
const radio = (question: Locator, name: string | RegExp): Locator =>
  question.getByRole('radio', { name, ...(typeof name === 'string' && { exact: true }) });

/** One tap on the first radio with the value answers, and the screen moves on by itself. */
const tapValue =
  (value: string): Answering =>
  async (question) => {
    const radios = question.locator(`[role="radio"][data-value="${value}"]`);
    await tapUntil(radios.first(), async () => {
      const tapped = radios.first();
      return (await tapped.count()) === 0 || (await tapped.getAttribute('aria-checked')) === 'true';
    });
  };

const write =
  (text: string): Answering =>
  (question) =>
    question.getByRole('textbox').first().fill(text);

const first =
  (role: 'radio' | 'checkbox'): Answering =>
  async (question) => {
    const choice = question.getByRole(role).first();
    await tapUntil(choice, async () => {
      return (await choice.count()) === 0 || (await choice.getAttribute('aria-checked')) === 'true';
    });
  };

async function typeNumber(question: Locator): Promise<void> {
  const field = question.getByRole('textbox');
  if ((await question.getByRole('spinbutton').count()) > 0) {
    await tapUntil(question.getByRole('button', { name: /more$/ }), async () => {
      return (await question.getByRole('spinbutton').getAttribute('aria-valuenow')) !== null;
    });
  } else if ((await key(question, '7').count()) > 0) {
    await key(question, '7').click();
    await key(question, '1').click();
    await question.getByRole('button', { name: 'Delete the last digit' }).click();
  } else await field.fill('7');
}

async function pickDay(question: Locator): Promise<void> {
  const opens = question.locator('button[aria-expanded="false"]');
  if ((await opens.count()) > 0) await opens.click();
  const days = question.getByRole('radiogroup', { name: 'Day' });
  if ((await days.count()) > 0) await key(question, 'Today').click();
  else await question.getByRole('radio').nth(4).click();
}

async function pickTime(question: Locator): Promise<void> {
  await radio(question.getByRole('radiogroup', { name: 'Hour' }), '14').click();
  await radio(question.getByRole('radiogroup', { name: 'Minute' }), '35').click();
}

async function slide(question: Locator): Promise<void> {
  const slider = question.getByRole('slider');
  if ((await slider.count()) === 0) {
    if ((await question.getByRole('spinbutton').count()) > 0) await typeNumber(question);
    else await tapValue('4')(question);
    return;
  }
  await slider.focus();
  await slider.press('ArrowRight');
}

async function rateRows(question: Locator): Promise<void> {
  const groups = question.getByRole('radiogroup');
  for (let index = 0; index < (await groups.count()); index += 1) {
    await groups.nth(index).getByRole('radio').nth(1).click();
  }
}

async function rankAll(question: Locator): Promise<void> {
  const waiting = question.locator('ul button');
  while ((await waiting.count()) > 0) await waiting.first().click();
  await question
    .getByRole('button', { name: /: move up$/ })
    .last()
    .click();
}

/** All to the first, by keyboard. */
const shareOut: Answering = (question) => question.getByRole('spinbutton').first().press('End');

async function addPoints(question: Locator, points: number): Promise<void> {
  for (let index = 0; index < points; index += 1) {
    await question.getByLabel('Latitude').fill(`56.${String(index)}`);
    await question.getByLabel('Longitude').fill(`24.${String(index % 2)}`);
    const add = question.getByRole('button', { name: 'Add this point' });
    if ((await add.count()) > 0) await add.click();
  }
}

async function search(question: Locator): Promise<void> {
  if ((await question.getByRole('radio').count()) + (await question.getByRole('button').count()) === 0)
    return;
  const folded = question.locator('button[aria-expanded="false"]');
  if ((await folded.count()) > 0) await folded.click();
  const box = question.getByRole('searchbox');
  if ((await box.count()) > 0) await box.fill('town 42');
  await tapUntil(question.getByRole('radio').first(), async () => {
    const tapped = question.getByRole('radio').first();
    return (await tapped.count()) === 0 || (await tapped.getAttribute('aria-checked')) === 'true';
  });
}

async function contact(question: Locator): Promise<void> {
  await radio(question, /^Yes/).click();
  await question.getByLabel('E-mail').fill('anna@example.org');
}

const ANSWERS: Readonly<Record<string, Answering>> = {
  text: async (question) =>
    (await key(question, '7').count()) > 0 ? typeNumber(question) : write('Anna')(question),
  integer: typeNumber,
  decimal: typeNumber,
  'phone-number': write('+371 20000000'),
  range: slide,
  slider: slide,
  date: pickDay,
  time: pickTime,
  dateTime: async (question) => {
    await pickDay(question);
    await pickTime(question);
  },
  select_one: search,
  select_multiple: first('checkbox'),
  'picture-choice': first('radio'),
  rank: rankAll,
  acknowledge: first('checkbox'),
  smiley: tapValue('4'),
  nps: tapValue('9'),
  csat: tapValue('2'),
  ces: tapValue('6'),
  stars: tapValue('4'),
  thumbs: tapValue('up'),
  'rating-matrix': rateRows,
  'importance-satisfaction': rateRows,
  'semantic-differential': rateRows,
  'constant-sum': shareOut,
  'email-address': write('anna@example.org'),
  'contact-request': contact,
  barcode: write('4751000000000'),
  geopoint: (question) => addPoints(question, 1),
  geotrace: (question) => addPoints(question, 2),
  geoshape: (question) => addPoints(question, 3),
};

/** What tells one screen from the next. */
const screenName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const asked = document.querySelector('section [id^="asks"]')?.id;
    return asked ?? document.querySelector('h1')?.textContent ?? '';
  });

/** The screen's name, once there is a screen: in between, and while the page loads, there is none. */
async function settledName(page: Page): Promise<string> {
  await page.locator('section [id^="asks"], h1').first().waitFor({ state: 'attached' });
  return screenName(page);
}

/** Ids of what the screen asks, in order. */
const asked = (page: Page): Promise<string[]> =>
  page.evaluate(() => Array.from(document.querySelectorAll('section [id^="asks"]'), ({ id }) => id));

const ON = /^(Next|Send|Skip|No, go on)$/;

/** Answers one screen after the other, whatever is asked, until "thank you"; `see` looks at each before and after it is answered. */
export async function answerAnything(
  page: Page,
  see: (name: string, when: 'before' | 'after') => Promise<void>,
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (;;) {
    const name = await settledName(page);
    if (await thanks(page).isVisible()) return seen;
    seen.push(name);
    await see(name, 'before');
    const gone = async (): Promise<boolean> =>
      (await thanks(page).isVisible()) || (await settledName(page)) !== name;
    for (const id of await asked(page)) {
      const question = page.locator(`section:has([id="${id}"])`);
      const type = (await question.getAttribute('data-type')) ?? '';
      await ANSWERS[type]?.(question);
    }
    if (await gone()) continue;
    await see(name, 'after');
    await tapUntil(page.getByRole('button', { name: ON }).last(), gone);
  }
}
