import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { takeComplaints } from './complaints.ts';
import { until } from './until.ts';

/** The harness itself: what it claims to do to a browser really happens to it. */
const pages = createServer((request, response) => {
  if (request.url === '/never') return;
  response.setHeader('content-type', 'text/html');
  response.setHeader('content-security-policy', "default-src 'self'");
  response.end('<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><img src="x.png"></main>');
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
});
afterAll(() => pages.close());

const counted = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('count', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('n', { autoIncrement: true });
  opening.onsuccess = () => {
    const tx = opening.result.transaction('n', 'readwrite', { durability: 'strict' });
    tx.objectStore('n').add(1);
    const count = tx.objectStore('n').count();
    tx.oncomplete = () => resolve(count.result);
    tx.onabort = () => reject(tx.error);
  };
})`;

it('a killed browser comes back on the same profile with what it had stored', async () => {
  const first = await launchBrowser();
  await first.page.goto(origin);
  expect(await first.page.evaluate(counted)).toBe(1);
  await first.kill();
  await expect(first.page.evaluate('1')).rejects.toThrow();

  const second = await launchBrowser({ profile: first.profile });
  await second.page.goto(origin);
  expect(await second.page.evaluate(counted)).toBe(2);
  await second.close();
});

it('a browser may be closed while a test answers one of its requests', async () => {
  const browser = await launchBrowser();
  await browser.page.goto(origin);
  let answering = false;
  await browser.context.route('**/never', async (route) => {
    answering = true;
    await route.fulfill({ response: await route.fetch() });
  });
  await browser.page.evaluate(() => {
    void fetch('/never').catch(() => undefined);
  });
  await until('the request', 10_000, () => (answering ? true : undefined));
  await browser.close();
});

it('axe sees a fault, in spite of a strict Content-Security-Policy', async () => {
  const browser = await launchBrowser();
  await browser.page.goto(origin);
  expect((await axeViolations(browser.page)).join()).toContain('image-alt');
  await browser.close();
});

it('hears what the Content-Security-Policy forbids and what a page throws', async () => {
  const browser = await launchBrowser();
  await browser.page.goto(origin);
  await browser.page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('script'), { text: 'globalThis.ran = true' }));
    setTimeout(() => {
      throw new Error('thrown in the page');
    });
  });
  const heard: string[] = [];
  await until('both are heard', 60_000, () => {
    heard.push(...takeComplaints());
    return heard.length >= 2 ? true : undefined;
  });
  expect(heard.join()).toContain('Content Security Policy');
  expect(heard.join()).toContain('thrown in the page');
  await browser.close();
});
