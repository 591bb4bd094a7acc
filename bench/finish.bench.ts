/**
 * Finish to durable: from handing a finished response to `recordResponse` until its strict transaction is committed, which is when
 * "thank you" may be shown. Beside it, in the same browser run, the floor: one bare strict IndexedDB transaction with one row.
 */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { serveDevicePage } from '../e2e/device/serveDevicePage.ts';
import { quantile, spread } from './quantile.ts';

const WARM_UP = 200;
const COUNT = 1_000;

const timeOurs = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(async (wanted) => {
    const { device } = window;
    const times: number[] = [];
    for (let index = 0; index < wanted; index += 1) {
      const response = device.aResponse('4', { answers: { '/data/comment': 'x'.repeat(200) } });
      await device.saveDraft(device.storage, response);
      const begin = performance.now();
      const recorded = await device.recordResponse(device.storage, response);
      times.push(performance.now() - begin);
      if (!recorded.ok) throw new Error(recorded.error.detail);
    }
    return times;
  }, count);

const timeFloor = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('floor', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('no database'));
    });
    const times: number[] = [];
    for (let index = 0; index < wanted; index += 1) {
      const begin = performance.now();
      await new Promise<void>((resolve) => {
        const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
        transaction.objectStore('rows').add({ payload: 'x'.repeat(700) });
        transaction.oncomplete = () => resolve();
      });
      times.push(performance.now() - begin);
    }
    database.close();
    return times;
  }, count);

const served = await serveDevicePage();
const browser = await launchBrowser();
try {
  await browser.page.goto(served.url);
  await timeOurs(browser.page, WARM_UP);
  await timeFloor(browser.page, WARM_UP);
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    ours.push(...(await timeOurs(browser.page, COUNT / 4)));
    floor.push(...(await timeFloor(browser.page, COUNT / 4)));
  }
  console.log(`finish to durable        ${spread(ours)}`);
  console.log(`one bare strict row      ${spread(floor)}`);
  console.log(`ratio at p50             ${(quantile(ours, 0.5) / quantile(floor, 0.5)).toFixed(2)}`);
} finally {
  await browser.close();
  served.close();
}
