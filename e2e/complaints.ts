import type { BrowserContext, Page } from 'playwright-core';

const heard: string[] = [];

/** Chromium reports every request that failed, a worker's script too, and terminals without a server are what these tests are about. */
const EXPECTED = /^Failed to load resource|^An unknown error occurred when fetching the script/;

/** What browsers complained of since the last time: errors on their consoles, violations of the Content-Security-Policy, uncaught errors. */
export const takeComplaints = (): string[] => heard.splice(0);

function listen(page: Page): void {
  page.on('pageerror', (error) => heard.push(`${page.url()}: uncaught ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text()))
      heard.push(`${page.url()}: ${message.text()}`);
  });
}

/** Hears every page of the browser, also those that are opened later. */
export function hearComplaints(context: BrowserContext): void {
  for (const page of context.pages()) listen(page);
  context.on('page', listen);
}
