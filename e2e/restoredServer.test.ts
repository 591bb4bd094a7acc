import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fillOutbox, syncNow, waitingCount } from './outbox.ts';
import { openRoad, type Road } from './road.ts';
import { countedFaces, recountFaces, storedResponses } from './store.ts';
import { until } from './until.ts';

async function deliver({ terminal: { page } }: Road, count: number): Promise<readonly string[]> {
  const ids = await fillOutbox(page, count);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until('the outbox is empty', 60_000, async () =>
    (await waitingCount(page)) === 0 ? true : undefined,
  );
  return ids;
}

it.each([
  ['said to be restored', ['--restored']],
  ['put back in silence', []],
])('[H6] a server that was %s gets again what its backup did not hold', async (_, args) => {
  const road = await openRoad();
  const { server, terminal } = road;
  const backup = mkdtempSync(join(tmpdir(), 'earshot-backup-'));
  try {
    const before = await deliver(road, 30);
    await server.stop();
    cpSync(server.dataFolder, backup, { recursive: true });
    await server.start();
    const after = await deliver(road, 40);
    expect(storedResponses(server.dataFolder)).toHaveLength(70);
    await server.stop();
    rmSync(server.dataFolder, { recursive: true });
    cpSync(backup, server.dataFolder, { recursive: true });
    expect(storedResponses(server.dataFolder)).toHaveLength(30);

    await server.start(args);
    await syncNow(terminal.page);
    const ids = [...before, ...after].sort();
    const stored = await until('everything is there again', 60_000, () => {
      const there = storedResponses(server.dataFolder);
      return there.length === ids.length ? there : undefined;
    });
    expect(stored.map(({ responseId }) => responseId).sort()).toEqual(ids);
    expect(countedFaces(server.dataFolder)).toEqual(recountFaces(stored));
  } finally {
    await road.end();
    rmSync(backup, { recursive: true, force: true });
  }
});
