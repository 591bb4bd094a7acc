import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Definition } from '../core/questionnaire/index.ts';
import { askAnother } from './askAnother.ts';
import { axeViolations } from './axe.ts';
import { downloaded, drop, giveReceipt, savedFile } from './carried.ts';
import { openConsole } from './console.ts';
import { openDevicePage } from './devicePage.ts';
import { givePhoto } from './givePhoto.ts';
import { thanks } from './respondent.ts';
import { openRoad, terminalAddress, type Road } from './road.ts';
import { attachmentContents, heldAttachments } from './store.ts';
import { until } from './until.ts';

const PATIENCE = { timeout: 60_000 };

const shelf: Definition = {
  schema: 1,
  id: 'shelf',
  version: '1',
  title: { en: 'Shelf' },
  languages: [{ code: 'en', name: 'English' }],
  defaultLanguage: 'en',
  elements: [{ type: 'image', name: 'shelf', label: { en: 'Take a picture of it' }, required: 'true()' }],
};

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

/** A picture with so much in it that it takes several parts, as a camera writes it. */
async function jpegOf(page: Page, hue: number): Promise<Buffer> {
  const base64 = await page.evaluate(async (turned) => {
    const canvas = new OffscreenCanvas(1_200, 900);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    for (let at = 0; at < 12_000; at += 1) {
      context.fillStyle = `hsl(${String((at * 37 + turned) % 360)} 70% ${String((at * 13) % 100)}%)`;
      context.fillRect((at * 7_919) % 1_200, (at * 104_729) % 900, 9, 9);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, hue);
  return Buffer.from(base64, 'base64');
}

/** A whole sitting: a photo, and thanks. */
async function say(page: Page, photo: Buffer): Promise<void> {
  await givePhoto(page, photo);
  await page.getByRole('button', { name: /^(Next|Send)$/ }).click();
  await thanks(page).waitFor(PATIENCE);
  await thanks(page).waitFor({ state: 'detached', ...PATIENCE });
}

/** The operator's part: the file goes in by the console, the receipt comes out. */
async function takenIn({ server, terminal }: Road, file: Buffer): Promise<Buffer> {
  const office = await openConsole(terminal.context, server);
  await office.getByRole('link', { name: 'Sync files' }).click();
  await office.getByText('No file yet').waitFor(PATIENCE);
  await drop(office, { 'till-3.earshot': file });
  const card = office.getByRole('region', { name: 'till-3.earshot' });
  await card.getByRole('button', { name: 'Take in 3 responses' }).click(PATIENCE);
  const link = card.getByRole('link', { name: 'Download receipt' });
  await link.waitFor(PATIENCE);
  expect(await axeViolations(office)).toEqual([]);
  const receipt = await downloaded(office, link);
  await office.close();
  return receipt;
}

it('L11 R4 photos taken without a network arrive by file, byte for byte, and the receipt says so to the device', async () => {
  const { server, terminal } = road;
  const { page } = terminal;
  const [one, other] = [await jpegOf(page, 0), await jpegOf(page, 180)];
  expect(one.length).toBeGreaterThan(300_000);
  expect(one.equals(other)).toBe(false);
  await askAnother(page, shelf);
  await server.stop();
  // The second person's photo is the first one's under another name; the third has another photo.
  for (const photo of [one, one, other]) await say(page, photo);
  const device = await openDevicePage(page);
  expect(await device.waiting()).toBe(3);
  await page.getByText(/^Waiting for 3 photos/).waitFor(PATIENCE);
  const file = await savedFile(page);
  await page.getByText('Saved and checked: 3 responses.').waitFor(PATIENCE);
  await page.getByText('2 photos and other files are in it.').waitFor(PATIENCE);
  await page.getByText(/^Waiting for 3 photos/).waitFor(PATIENCE);
  await page.goto('about:blank');

  await server.start();
  const receipt = await takenIn(road, file);
  await server.stop();
  await page.goto(terminalAddress(server));
  await page.getByRole('button', { name: 'Take a photo' }).waitFor(PATIENCE);
  const again = await openDevicePage(page);
  expect(await again.waiting()).toBe(3);
  await giveReceipt(page, receipt);
  await page.getByText('Receipt read: 3 responses are with head office.').waitFor(PATIENCE);
  await until('nothing waits', 60_000, async () => ((await again.waiting()) === 0 ? true : undefined));
  await page.getByText(/^Waiting for \d+ photo/).waitFor({ state: 'detached', ...PATIENCE });
  expect(await axeViolations(page)).toEqual([]);

  const held = heldAttachments(server.dataFolder);
  expect(new Set(held.map(({ name }) => name)).size).toBe(3);
  const contents = [...new Set(held.map(({ sha256 }) => sha256))].map((sha256) =>
    attachmentContents(server.dataFolder, sha256),
  );
  expect(contents).toHaveLength(2);
  for (const photo of [one, other]) expect(contents.some((bytes) => bytes.equals(photo))).toBe(true);
});
