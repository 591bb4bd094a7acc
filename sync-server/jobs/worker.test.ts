import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../systemPorts.ts';
import { RehearsedClock, openTestStore } from '../testing/index.ts';
import type { Store } from '../store/index.ts';
import { LEASE } from './claim.ts';
import { Worker, askFor, type Job } from './index.ts';

const HOUR = 3_600_000;

describe('background work', () => {
  let folder: string;
  let store: Store;
  let clock: RehearsedClock;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    clock = new RehearsedClock(1_800_000_000_000);
    store = await openTestStore(folder, clock);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const troubles: string[] = [];
  const workerOf = (...jobs: readonly Job[]) =>
    new Worker({ store, clock, random: systemRandom }, jobs, (jobId) => troubles.push(jobId));
  const never = () => new Promise<never>(() => undefined);

  it('is done once by however many ask at the same moment, and again when its time has come', async () => {
    let times = 0;
    const tidy: Job = { id: 'tidy', every: HOUR, run: async () => (times += 1) };
    const workers = Array.from({ length: 4 }, () => workerOf(tidy));
    const runAll = async () => (await Promise.all(workers.map((worker) => worker.runDue()))).flat();
    expect(await runAll()).toEqual(['tidy']);
    clock.advance(HOUR - 1);
    expect(await runAll()).toEqual([]);
    clock.advance(1);
    expect(await runAll()).toEqual(['tidy']);
    expect(times).toBe(2);
  });

  it('that somebody left in the middle is done by another one, but not while it is still at it', async () => {
    let begun = () => {};
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const ours: (() => Promise<boolean>)[] = [];
    const dies: Job = {
      id: 'long',
      every: null,
      run: (goOn) => {
        ours.push(goOn);
        begun();
        return never();
      },
    };
    await store.write((tx) => askFor(tx, 'long', clock.now()));
    void workerOf(dies).runDue();
    await isBegun;
    const other = workerOf({ ...dies, run: () => Promise.resolve() });
    clock.advance(LEASE - 1);
    expect(await ours[0]?.()).toBe(true);
    clock.advance(LEASE - 1);
    expect(await other.runDue()).toEqual([]);
    clock.advance(1);
    expect(await other.runDue()).toEqual(['long']);
    expect(await ours[0]?.()).toBe(false);
    clock.advance(HOUR * 1_000);
    expect(await other.runDue()).toEqual([]);
  });

  it('that fails is tried again, later each time, and does not hold up other work', async () => {
    let fails = true;
    const bad: Job = {
      id: 'bad',
      every: HOUR,
      run: () => (fails ? Promise.reject(new Error('no')) : Promise.resolve()),
    };
    const worker = workerOf(bad, { id: 'good', every: HOUR, run: () => Promise.resolve() });
    expect(await worker.runDue()).toEqual(['good']);
    expect(troubles.splice(0)).toEqual(['bad']);
    expect(await worker.runDue()).toEqual([]);
    clock.advance(60_000);
    expect(await worker.runDue()).toEqual([]);
    expect(troubles.splice(0)).toEqual(['bad']);
    clock.advance(60_000);
    expect(troubles).toEqual([]);
    fails = false;
    clock.advance(60_000);
    expect(await worker.runDue()).toEqual(['bad']);
  });

  it('that is asked for while it is done is done once more', async () => {
    let times = 0;
    const worker = workerOf({
      id: 'asked',
      every: null,
      run: async () => {
        times += 1;
        if (times === 1) await store.write((tx) => askFor(tx, 'asked', clock.now()));
      },
    });
    expect(await worker.runDue()).toEqual([]);
    await store.write((tx) => askFor(tx, 'asked', clock.now()));
    expect(await worker.runDue()).toEqual(['asked', 'asked']);
  });
});
