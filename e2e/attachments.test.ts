import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Definition } from '../core/questionnaire/index.ts';
import { askAnother } from './askAnother.ts';
import { axeViolations } from './axe.ts';
import { openDevicePage } from './devicePage.ts';
import { givePhoto } from './givePhoto.ts';
import { syncNow } from './outbox.ts';
import { thanks } from './respondent.ts';
import { openRoad, type Road } from './road.ts';
import { attachmentContents, heldAttachments } from './store.ts';
import { until } from './until.ts';

const PATIENCE = { timeout: 60_000 };
/** More than one part. */
const PHOTO = Buffer.alloc(600_000, 'a photo of the shelf ');

const damage: Definition = {
  schema: 1,
  id: 'damage',
  version: '1',
  title: { en: 'Damage' },
  languages: [{ code: 'en', name: 'English' }],
  defaultLanguage: 'en',
  elements: [
    { type: 'image', name: 'shelf', label: { en: 'Take a picture of it' }, required: 'true()' },
    { type: 'signature', name: 'seen', label: { en: 'Please sign' }, required: 'true()' },
  ],
};

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: 'Please sign' });
  await pad.waitFor(PATIENCE);
  const place = await pad.boundingBox();
  if (place === null) throw new Error('nowhere to sign');
  await page.mouse.move(place.x + 50, place.y + 50);
  await page.mouse.down();
  await page.mouse.move(place.x + 150, place.y + 90, { steps: 5 });
  await page.mouse.up();
  // A screen that has just come takes no answer yet: whoever is faster than any person presses once more.
  const signed = page.getByText('Your signature is added.');
  await until('the signature is kept', 60_000, async () => {
    await page
      .getByRole('button', { name: 'Done' })
      .click({ timeout: 1_000 })
      .catch(() => undefined);
    return (await signed.isVisible()) ? true : undefined;
  });
  expect(await axeViolations(page)).toEqual([]);
}

it('T2 a photo and a signature, given without a network, are with the server once there is one', async () => {
  const { server, terminal } = road;
  const { page } = terminal;
  await askAnother(page, damage);
  await server.stop();
  await givePhoto(page, PHOTO);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next' }).click();
  await sign(page);
  await page.getByRole('button', { name: /^(Next|Send)$/ }).click();
  await thanks(page).waitFor(PATIENCE);
  const devicePage = await openDevicePage(page);
  // How large the signature is, nobody knows.
  await page.getByText(/^Waiting for photos and files: 2 \(6\d\d(\.\d)? kB\)$/).waitFor(PATIENCE);
  expect(await axeViolations(page)).toEqual([]);
  // What waits outlasts the page.
  await devicePage.close();
  await page.reload();
  await page.getByRole('button', { name: 'Take a photo' }).waitFor(PATIENCE);
  await server.start();
  await syncNow(page);
  const held = await until('both are there', 60_000, () => {
    const found = heldAttachments(server.dataFolder);
    return found.length === 2 ? found : undefined;
  });
  const contents = held.map(({ sha256 }) => attachmentContents(server.dataFolder, sha256));
  expect(contents.map((bytes) => createHash('sha256').update(bytes).digest('hex'))).toEqual(
    held.map(({ sha256 }) => sha256),
  );
  expect(contents.some((bytes) => bytes.equals(PHOTO))).toBe(true);
  expect(contents.some((bytes) => bytes.subarray(1, 4).toString() === 'PNG')).toBe(true);
  expect(held.map(({ name }) => name.split('-')[0]).sort()).toEqual(['photo', 'signature']);
});
