import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from './axe.ts';
import { openConsole } from './console.ts';
import { heldQuestionnaire, syncNow } from './outbox.ts';
import { atFirstScreen, chooseReasons, tapFace, tapUntil, thanks, writeComment } from './respondent.ts';
import { openRoad, type Road } from './road.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

type Rows = readonly (readonly string[])[];

/** A workbook as people make it, in memory. */
function workbook(sheets: Readonly<Record<string, Rows>>): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const SURVEY: Rows = [
  ['type', 'name', 'label::English (en)', 'label::Latviešu (lv)', 'relevant'],
  ['select_one places', 'place', 'Where did you wait?', 'Kur jūs gaidījāt?', ''],
  ['select_multiple reasons', 'why', 'What took so long?', 'Kas aizņēma laiku?', "${place} = 'desk'"],
  ['text', 'more', 'Anything else?', 'Vēl kaut kas?', ''],
];
const CHOICES: Rows = [
  ['list_name', 'name', 'label::English (en)', 'label::Latviešu (lv)'],
  ['places', 'desk', 'At the desk', 'Pie galda'],
  ['places', 'gate', 'At the gate', 'Pie vārtiem'],
  ['reasons', 'staff', 'Few people', 'Maz darbinieku'],
  ['reasons', 'papers', 'Papers', 'Dokumenti'],
];
// The version of the sample survey: which survey a device holds must not be told by the version alone.
const SETTINGS: Rows = [
  ['form_title', 'form_id', 'version'],
  ['Waiting times', 'waiting', '1'],
];
const GOOD = workbook({ survey: SURVEY, choices: CHOICES, settings: SETTINGS });
const BROKEN = workbook({
  survey: SURVEY.map((row) => row.map((cell) => cell.replace("${place} = 'desk'", '${plaice} = 1'))),
  choices: CHOICES,
  settings: SETTINGS,
});

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

/** As if dropped from the desktop, somewhere on the page. */
async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const made = new DataTransfer();
      made.items.add(new File([bytes], fileName));
      return made;
    },
    { fileName: name, base64: content.toString('base64') },
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name });

/** Drops the broken workbook, then the mended one, and publishes that to the sample touchpoint, right after `meanwhile`. */
async function publish(office: Page, meanwhile: () => Promise<void>): Promise<void> {
  await office.bringToFront();
  await office.getByRole('link', { name: 'Surveys' }).click();
  await office.getByRole('row', { name: /Your visit today/ }).waitFor();
  expect(await axeViolations(office)).toEqual([]);

  await drop(office, 'waiting.xlsx', BROKEN);
  const broken = office.getByRole('region', { name: 'waiting.xlsx' });
  const fault = broken.getByRole('row', { name: /survey!E3/ }).first();
  await fault.getByText('plaice').first().waitFor();
  expect(await fault.locator('mark').innerText()).toBe('${plaice} = 1');
  expect(await broken.getByRole('button', { name: /Publish/ }).count()).toBe(0);
  expect(await axeViolations(office)).toEqual([]);

  await drop(office, 'waiting.xlsx', GOOD);
  await office.getByRole('button', { name: 'Publish Waiting times' }).click();
  const dialog = office.getByRole('dialog', { name: 'Publish “Waiting times”' });
  await dialog.getByRole('checkbox', { name: /Sample touchpoint/ }).check();
  await dialog.getByRole('checkbox', { name: 'Where did you wait?' }).check();
  await dialog.getByLabel('Same person again: begun within … seconds of the one before').fill('2.5');
  expect(await axeViolations(office)).toEqual([]);
  await meanwhile();
  await office.bringToFront();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await office.getByText('Published as version 1').waitFor();
}

async function seePublished(office: Page): Promise<void> {
  expect(await office.getByRole('region', { name: 'waiting.xlsx' }).count()).toBe(0);
  await office.getByRole('row', { name: /Waiting times.*Sample touchpoint/ }).waitFor();
  expect(await axeViolations(office)).toEqual([]);
}

async function answerTheNewOne(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: /^(Next|Send)$/ });
  const staff = page.locator('[data-value="staff"]');
  await heading(page, 'Where did you wait?').waitFor();
  await tapUntil(page.locator('[data-value="desk"]'), () => heading(page, 'What took so long?').isVisible());
  await tapUntil(staff, async () => (await staff.getAttribute('aria-checked')) === 'true');
  await tapUntil(next, () => heading(page, 'Anything else?').isVisible());
  await page.getByRole('textbox').fill('Two desks, one open');
  await tapUntil(next, () => thanks(page).isVisible());
}

it('D4 takes a workbook from the desktop to a running terminal, and its answers back', async () => {
  const { server, terminal } = road;
  const { page } = terminal;
  const office = await openConsole(terminal.context, server);
  // Whoever is in the middle of a response finishes the questionnaire it was begun in.
  await publish(office, async () => {
    await page.bringToFront();
    await atFirstScreen(page);
    await tapFace(page, 5);
  });
  await page.bringToFront();
  await syncNow(page);
  await until('the terminal holds the new questions', 30_000, async () =>
    (await heldQuestionnaire(page)) === 'waiting' ? true : undefined,
  );
  await chooseReasons(page, ['staff']);
  await writeComment(page, 'Still about my visit');
  await tapUntil(page.getByRole('button', { name: 'Done' }), async () => !(await thanks(page).isVisible()));
  await answerTheNewOne(page);

  const stored = await until('both responses are in the store', 30_000, () => {
    const all = storedResponses(server.dataFolder);
    return all.length === 2 ? all : undefined;
  });
  expect(stored.map(({ response }) => response)).toMatchObject([
    { questionnaireId: 'visit', answers: { '/data/visit': '5', '/data/comment': 'Still about my visit' } },
    {
      questionnaireId: 'waiting',
      questionnaireVersion: '1',
      answers: { '/data/place': 'desk', '/data/why': 'staff', '/data/more': 'Two desks, one open' },
    },
  ]);

  await office.bringToFront();
  await seePublished(office);
  await office.getByRole('link', { name: 'Open Sample touchpoint' }).click();
  await office
    .getByRole('region', { name: 'Responses by hour' })
    .getByText('No rating in this survey')
    .waitFor();
  await office.getByText('Two desks, one open').waitFor();
  expect(await axeViolations(office)).toEqual([]);
});
