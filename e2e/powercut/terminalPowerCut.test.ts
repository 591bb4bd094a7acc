import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../browser.ts';
import { switchOff } from '../device/switchOff.ts';
import { waitingCount } from '../outbox.ts';
import { atFirstScreen, chooseReasons, respond, tapFace } from '../respondent.ts';
import { openRoad, terminalAddress } from '../road.ts';
import { countedFaces, recountFaces, storedResponses } from '../store.ts';
import { until } from '../until.ts';
import { drawn, rounds } from '../drawn.ts';
import { cutPower } from './cutPower.ts';
import { forgetfulDisk } from './forgetfulDisk.ts';

const SEGMENTS = 8;
const draw = drawn();

/** Files of the copy that have their full length. */
const segmentsMade = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let made = 0;
    const home = await navigator.storage.getDirectory();
    for await (const folder of home.values()) {
      if (!(folder instanceof FileSystemDirectoryHandle)) continue;
      for await (const name of folder.keys()) if (name.startsWith('segment')) made += 1;
    }
    return made;
  });

/** Says at once when the screen says "Thank you!", and at no other time. */
async function hearThanks(page: Page, onThanks: () => void): Promise<void> {
  await page.exposeFunction('thanked', onThanks);
  await page.addInitScript(() => {
    const call = (globalThis as unknown as { thanked: () => void }).thanked;
    let thanking = false;
    const look = (): void => {
      const thanks = [...document.querySelectorAll('h1')].some(
        ({ textContent }) => textContent === 'Thank you!',
      );
      if (thanks && !thanking) call();
      thanking = thanks;
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** Some sit down and are thanked; the last one's words are on their way when the power goes. */
async function answerUntilCut(browser: TestBrowser, address: string, thanked: string[], cut: number) {
  const { page } = browser;
  let giving = '';
  await hearThanks(page, () => thanked.push(giving));
  await page.goto(address);
  for (let before = draw(3); before > 0; before -= 1) {
    giving = `cut ${cut}, with ${before} more to come`;
    await respond(page, { face: 4, comment: giving });
  }
  giving = `cut ${cut}, the last`;
  await atFirstScreen(page);
  await tapFace(page, 2);
  await chooseReasons(page, []);
  await page.getByRole('textbox').fill(giving);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  // Before the response is on the disk, while it is thanked for, or while it is sent.
  await new Promise((resolve) => setTimeout(resolve, draw(80)));
}

it('[B1] [V9] what a terminal said thanks for survives every power cut, and is in the store once', async () => {
  const { server, terminal, end } = await openRoad();
  await until('the files of the copy are made', 60_000, async () =>
    (await segmentsMade(terminal.page)) >= SEGMENTS ? true : undefined,
  );
  await switchOff(terminal);
  const disk = forgetfulDisk({ holding: terminal.profile });
  const start = () => launchBrowser({ profile: disk.folder, env: disk.env });
  const thanked: string[] = [];
  try {
    for (let cut = 0; cut < rounds(5); cut += 1) {
      if (cut % 2 === 0) await server.stop();
      const browser = await start();
      await answerUntilCut(browser, terminalAddress(server), thanked, cut);
      await cutPower(browser, disk);
      if (cut % 2 === 0) await server.start();
    }
    const again = await start();
    const { page } = again;
    await page.goto(terminalAddress(server));
    await atFirstScreen(page);
    await until('nothing waits', 60_000, async () => ((await waitingCount(page)) === 0 ? true : undefined));
    expect(await page.getByText('The storage was damaged').count()).toBe(0);
    await again.close();

    const stored = storedResponses(server.dataFolder);
    // Who was cut off before the last word is there without it.
    const comments = stored.flatMap(({ response }) => response.answers['/data/comment'] ?? []);
    expect(comments.filter((comment) => thanked.includes(comment)).sort()).toEqual([...thanked].sort());
    expect(new Set(stored.map(({ responseId }) => responseId)).size).toBe(stored.length);
    expect(new Set(comments).size).toBe(comments.length);
    expect(thanked.length).toBeGreaterThan(0);
    expect(countedFaces(server.dataFolder)).toEqual(recountFaces(stored));
  } finally {
    disk.remove();
    await end();
  }
});
