import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { drawn, rounds } from '../drawn.ts';
import { waitingCount } from '../outbox.ts';
import { atFirstScreen } from '../respondent.ts';
import { openRoad, terminalAddress } from '../road.ts';
import { countedFaces, quarantinedCount, recountFaces, storedResponses } from '../store.ts';
import { until } from '../until.ts';
import { comingAndGoing } from './comingAndGoing.ts';
import { memoryMeter, type Memory } from './memory.ts';
import { sittingIn, takeSeen, watchSittings, type Sitting } from './sittings.ts';
import { makeThumb } from './thumb.ts';

/** `npm run faults -- e2e/impatient` lets 1,000 come. */
const PEOPLE = rounds(3) * 20;
/** By then everything that is loaded late is there. */
const FIRST = Math.min(100, PEOPLE / 4);
/** More than anybody needs. */
const ACTS_EACH = 200;
const MEGABYTE = 2 ** 20;

interface Crowd {
  readonly sittings: readonly Sitting[];
  readonly longTasks: readonly number[];
  /** After the first of them, and after the last. */
  readonly memory: readonly Memory[];
}

async function letThemCome(page: Page, each: (people: number) => Promise<void>): Promise<Crowd> {
  const thumb = makeThumb(page, drawn());
  const measure = await memoryMeter(page);
  const sittings: Sitting[] = [];
  const memory: Memory[] = [];
  await takeSeen(page);
  const longTasks: number[] = [];
  for (let acts = 0; sittings.length < PEOPLE; acts += 1) {
    if (acts > PEOPLE * ACTS_EACH) throw new Error(`only ${sittings.length} came and went`);
    await thumb();
    if (acts % 5 > 0) continue;
    const seen = await takeSeen(page);
    sittings.push(...seen.sittings);
    longTasks.push(...seen.longTasks);
    if (memory.length === 0 && sittings.length >= FIRST) memory.push(await measure());
    await each(sittings.length);
  }
  memory.push(await measure());
  return { sittings, longTasks, memory };
}

const taskFigures = (longTasks: readonly number[]) => ({
  over50ms: longTasks.length,
  over200ms: longTasks.filter((duration) => duration > 200).length,
  longest: Math.max(0, ...longTasks),
});

it('[B1] [V9] impatient thumbs, a server that comes and goes: each is stored once, as the screen showed it, and the page does not grow', async () => {
  const { server, terminal, end } = await openRoad();
  try {
    const { page } = terminal;
    await page.setViewportSize({ width: 1280, height: 800 });
    await watchSittings(page);
    await page.clock.install();
    await page.goto(terminalAddress(server));
    await atFirstScreen(page);
    const fate = comingAndGoing(server, drawn());
    const { sittings, longTasks, memory } = await letThemCome(page, fate.after);
    await fate.up();
    // Whoever is in the middle of an answer leaves, too.
    await page.clock.fastForward(30_000);
    await atFirstScreen(page);
    const all = [...sittings, ...(await takeSeen(page)).sittings];
    await until('nothing waits', 120_000, async () => {
      if ((await waitingCount(page)) === 0) return true;
      await page.clock.fastForward(10_000);
      return undefined;
    });

    const stored = storedResponses(server.dataFolder);
    const inOrder = stored.map(({ response }) => response).sort((a, b) => a.startedAt - b.startedAt);
    expect(inOrder.map(sittingIn)).toEqual(all);
    expect(new Set(stored.map(({ responseId }) => responseId)).size).toBe(all.length);
    expect(quarantinedCount(server.dataFolder)).toBe(0);
    expect(countedFaces(server.dataFolder)).toEqual(recountFaces(stored));
    const finished = all.filter(({ endedBy }) => endedBy === 'finished').length;
    const [before, after] = memory;
    console.info({
      people: all.length,
      finished,
      kills: fate.kills(),
      tasks: taskFigures(longTasks),
      before,
      after,
    });
    expect(finished).toBeGreaterThan(0);
    expect(finished).toBeLessThan(all.length);
    expect(fate.kills()).toBeGreaterThan(0);
    expect((after?.heapBytes ?? 0) - (before?.heapBytes ?? 0)).toBeLessThan(20 * MEGABYTE);
  } finally {
    await end();
  }
});
