import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDevicePage } from './devicePage.ts';
import { fillOutbox, syncNow, waitingCount } from './outbox.ts';
import { atFirstScreen } from './respondent.ts';
import { enrolTerminal } from './road.ts';
import { startServer } from './server.ts';
import { countedFaces, quarantinedCount, recountFaces, storedResponses } from './store.ts';
import { until } from './until.ts';

it('[E6] a device that was enrolled after the backup loses nothing when the restored server enrols it anew', async () => {
  const server = await startServer();
  const backup = mkdtempSync(join(tmpdir(), 'earshot-backup-'));
  await server.stop();
  cpSync(server.dataFolder, backup, { recursive: true });
  await server.start();
  const terminal = await enrolTerminal(server);
  const { page } = terminal;
  try {
    const acknowledged = await fillOutbox(page, 5);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await until('the outbox is empty', 60_000, async () =>
      (await waitingCount(page)) === 0 ? true : undefined,
    );
    expect(storedResponses(server.dataFolder)).toHaveLength(5);
    await server.stop();
    const unsent = await fillOutbox(page, 2);
    rmSync(server.dataFolder, { recursive: true });
    cpSync(backup, server.dataFolder, { recursive: true });
    await server.start(['--restored']);
    expect(storedResponses(server.dataFolder)).toEqual([]);

    await syncNow(page);
    const before = await openDevicePage(page);
    await page.getByText(/^The server does not know this device any more/).waitFor();
    expect(await before.waiting()).toBe(2);
    await before.close();

    await page.goto(server.link('/terminal/#enrol='));
    const question = page.getByRole('dialog', { name: 'Enrol this terminal anew?' });
    await question.getByText('2 responses wait to be sent.').waitFor();
    await question.getByRole('button', { name: 'Enrol anew' }).click();
    await question.waitFor({ state: 'detached' });
    await atFirstScreen(page);
    const ids = [...acknowledged, ...unsent].sort();
    const stored = await until('everything is there', 60_000, () => {
      const there = storedResponses(server.dataFolder);
      return there.length >= ids.length ? there : undefined;
    });
    expect(stored.map(({ responseId }) => responseId).sort()).toEqual(ids);
    expect(countedFaces(server.dataFolder)).toEqual(recountFaces(stored));
    expect(quarantinedCount(server.dataFolder)).toBe(0);
    await until('nothing waits', 60_000, async () => ((await waitingCount(page)) === 0 ? true : undefined));
    const after = await openDevicePage(page);
    await page.getByText('Everything has been sent').waitFor();
    await page.getByText('7 responses recorded in all').waitFor();
    await after.close();
  } finally {
    await terminal.close();
    await server.remove();
    rmSync(backup, { recursive: true, force: true });
  }
});
