/** `npm run screenshots`: the terminal, step by step and in both sizes, and the console on a demo day, into docs/screenshots. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { TERMINAL_SIZES } from '../e2e/road.ts';
import { openConsole } from '../e2e/console.ts';
import { startTestServer } from '../sync-server/testing/index.ts';
import { buildWhatIsNeeded } from './build/buildWhatIsNeeded.ts';
import { SERVER_TARGETS } from './build/targets.ts';
import { DAY_LENGTH, liveDemoDay } from './screenshots/demoDay.ts';
import { liveTroubles, takeFleetPictures } from './screenshots/fleetPictures.ts';
import { takeHoursPictures } from './screenshots/hoursPictures.ts';
import { takeInboxPictures } from './screenshots/inboxPictures.ts';
import { takeKeyPictures, takeSurveyPictures } from './screenshots/surveyPictures.ts';
import { takeSyncFilePictures } from './screenshots/syncFilePictures.ts';
import { takeTerminalPictures } from './screenshots/terminalPictures.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/screenshots');
/** Always the same evening in Riga, so that a picture changes only when the screen does. */
const TIMEZONE = 'Europe/Riga';
const NOW = Date.parse('2026-11-18T16:28:00Z');

/** The page lives in that zone, and every page of the browser at that moment. */
async function setTime(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: TIMEZONE });
  await page.context().clock.setSystemTime(NOW);
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  // What is loaded on demand, the chart, stands for itself with a grey field until it comes.
  const coming = page.locator('.mantine-Skeleton-root');
  while ((await coming.count()) > 0) await coming.first().waitFor({ state: 'detached' });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/screenshots/${name}.png`);
}

mkdirSync(folder, { recursive: true });
await buildWhatIsNeeded(root, SERVER_TARGETS, console.log);
const server = await startTestServer({
  now: NOW - DAY_LENGTH,
  timezone: TIMEZONE,
  pagesFolder: join(root, 'dist'),
});
await server.store.write((tx) => tx.updateTable('touchpoint').set({ name: 'Departures, gate 12' }).execute());
await liveDemoDay(server, [await server.device(), await server.device(), await server.device()], TIMEZONE);
server.clock.advance(NOW - server.clock.now());

const browser = await launchBrowser();
await setTime(browser.page);
await browser.page.goto(`${server.origin}/terminal/#enrol=${await server.newCode()}`);
for (const size of TERMINAL_SIZES) await takeTerminalPictures(browser.page, size, take);

const consolePage = await openConsole(browser.context, {
  link: () => `${server.origin}/console/#setup=${server.server.setupCode}`,
});
await take(consolePage, 'console-overview-1440x900');
await takeHoursPictures(consolePage, take);
await takeSurveyPictures(consolePage, take);
await consolePage.emulateMedia({ colorScheme: 'dark' });
await take(consolePage, 'console-overview-dark-1440x900');
await consolePage.emulateMedia({ colorScheme: 'light' });
await liveTroubles(server, [await server.device(), await server.device(), await server.device()]);
await takeFleetPictures(consolePage, take);
await takeSyncFilePictures(consolePage, server, take);
await takeInboxPictures(consolePage, server, take);
await takeKeyPictures(consolePage, take);

await browser.close();
await server.stop();
