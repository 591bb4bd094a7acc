import type { Page } from 'playwright-core';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { atFirstScreen } from './respondent.ts';
import { startServer, type TestServer } from './server.ts';

/** A screen on a stand, and a small one on a counter. */
export const TERMINAL_SIZES = [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
];

/** A server of its own and a terminal that was enrolled at it, able to start without it. */
export interface Road {
  readonly server: TestServer;
  readonly terminal: TestBrowser;
  readonly end: () => Promise<void>;
}

/** Enrols a fresh browser by the link that the server printed and waits until its service worker has everything. */
export async function enrolTerminal(server: TestServer): Promise<TestBrowser> {
  const terminal = await launchBrowser();
  await terminal.page.goto(server.link('/terminal/'));
  await atFirstScreen(terminal.page);
  await offlineReady(terminal.page);
  return terminal;
}

/** The worker is active: its precache is complete, as it activates only after that. */
async function offlineReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === 'activated';
  });
}

export async function openRoad(): Promise<Road> {
  const server = await startServer();
  const terminal = await enrolTerminal(server);
  return {
    server,
    terminal,
    end: async () => {
      await terminal.close();
      await server.remove();
    },
  };
}

export const terminalAddress = (server: TestServer): string => `${server.origin}/terminal/`;
