/**
 * A day of a touchpoint as the console asks for it (counts, CSAT with its interval, 24 hours, the latest comments, the devices), read
 * from counters, beside the direct scan that gives the same faces, at 100,000 and 1,000,000 generated responses in the same process.
 * EARSHOT_BENCH_RESPONSES=100000,1000000,5000000 for others. Both have to say the same.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { overview } from '../sync-server/metrics/index.ts';
import { generateData } from '../sync-server/operations/index.ts';
import { openStore, type Store } from '../sync-server/store/index.ts';
import { systemClock, systemRandom } from '../sync-server/systemPorts.ts';
import { findTouchpoint } from '../sync-server/touchpoints/index.ts';
import { openDirectScan } from './dashboard/directScan.ts';
import { quantile } from './quantile.ts';

const SIZES = (process.env['EARSHOT_BENCH_RESPONSES'] ?? '100000,1000000').split(',').map(Number);
const DAYS = 90;
const DAY = 86_400_000;
const UNTIL = Date.parse('2026-11-18T10:00:00Z');
const PLACES = ['demo-riga-airport', 'demo-new-york', 'demo-kolkata'];
const ROUNDS = 40;
const SCANS = 3;

const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));

async function timed<T>(work: () => T | Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now();
  const done = await work();
  return [performance.now() - start, done];
}

const dayOf = (round: number): string =>
  new Date(UNTIL - (2 + ((round * 7) % (DAYS - 4))) * DAY).toISOString().slice(0, 10);

async function dashboard(store: Store, place: string, date: string): Promise<readonly number[]> {
  const touchpoint = await findTouchpoint(store.read, place);
  if (touchpoint === null) throw new Error(`there is no ${place}`);
  return (await overview(store.read, touchpoint, date, UNTIL, { withFlagged: false })).distribution;
}

async function measure(store: Store): Promise<number> {
  const scan = openDirectScan(folder);
  const times = { counters: [] as number[], scan: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const place = PLACES[round % PLACES.length] ?? '';
    const [took, faces] = await timed(() => dashboard(store, place, dayOf(round)));
    times.counters.push(took);
    if (round % Math.ceil(ROUNDS / SCANS) > 0) continue;
    const [scanned, found] = await timed(() => scan.facesOf(place, dayOf(round)));
    times.scan.push(scanned);
    if (JSON.stringify(faces) !== JSON.stringify(found)) throw new Error('counters and scan differ');
  }
  const [middle, direct] = [quantile(times.counters, 0.5), quantile(times.scan, 0.5)];
  const responses = scan.responses();
  const { size } = statSync(join(folder, 'earshot.sqlite'));
  console.log(
    `${String(responses).padStart(9)} responses  day of a touchpoint ${middle.toFixed(1)} ms (p90 ${quantile(times.counters, 0.9).toFixed(1)})` +
      `  direct scan ${direct.toFixed(0)} ms, ${(direct / middle).toFixed(0)} times as long  ${String(Math.round(size / responses))} bytes a response`,
  );
  scan.close();
  return middle;
}

async function at(size: number, there: number): Promise<number> {
  const [took, made] = await timed(() =>
    generateData(folder, {
      responses: size - there,
      seed: `bench ${String(size)}`,
      days: DAYS,
      until: UNTIL,
    }),
  );
  if (!made.ok) throw new Error(made.error);
  const rate = Math.round(((size - there) / took) * 1_000);
  console.log(`generated through the ingest: ${String(size - there)} responses, ${String(rate)} a second`);
  const opened = await openStore(folder, systemClock, systemRandom);
  if (!opened.ok) throw new Error(opened.error);
  try {
    return await measure(opened.value);
  } finally {
    await opened.value.close();
  }
}

try {
  const middles: number[] = [];
  for (const [index, size] of SIZES.entries()) middles.push(await at(size, SIZES[index - 1] ?? 0));
  const growth = (middles.at(-1) ?? 0) / (middles[0] ?? 1);
  console.log(`from the smallest to the largest: ${growth.toFixed(2)} times as long (flat is 1)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
