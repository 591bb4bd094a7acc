/**
 * What the console asks for, read from counters by the functions behind its endpoints: a day of a touchpoint (counts, CSAT with its
 * interval, 24 hours, comments, devices) and two questions held against each other over all days; on SQLite and on PostgreSQL, beside
 * the direct scan of the same responses (SQLite) and DuckDB with the same answers. All have to say the same.
 *
 * The first 100,000 responses come through the ingest (`earshot generate`); larger stores hold them several times, on four times as many
 * days. At 100,000 and 1,000,000: EARSHOT_DASHBOARD=100000,5000000 for others; EARSHOT_DASHBOARD_POSTGRES=0 leaves PostgreSQL out.
 */
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { generateData } from '../sync-server/operations/index.ts';
import { openStore } from '../sync-server/store/index.ts';
import { systemClock, systemRandom } from '../sync-server/systemPorts.ts';
import { askDashboard, type Asked } from './dashboard/askDashboard.ts';
import { openDirectScan } from './dashboard/directScan.ts';
import { openDuckDb } from './dashboard/duckdb.ts';
import { growStatements } from './dashboard/growStatements.ts';
import { openInPostgres } from './dashboard/inPostgres.ts';
import { DAYS, UNTIL } from './dashboard/sizes.ts';
import { Timing } from './dashboard/timing.ts';

const SIZES = (process.env['EARSHOT_DASHBOARD'] ?? '100000,1000000').split(',').map(Number);
const BASE = Math.min(100_000, ...SIZES);
const WITH_POSTGRES = process.env['EARSHOT_DASHBOARD_POSTGRES'] !== '0';
const SCANS = 2;
const DUCK_ROUNDS = 10;

const root = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
const base = join(root, 'base');

const say = (name: string, timing: Timing): void => {
  console.log(`  ${name.padEnd(42)} ${timing.toString()}`);
};

function expectSame(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${what} says something else`);
}

async function generateBase(): Promise<void> {
  const start = performance.now();
  const before = process.cpuUsage();
  const made = await generateData(base, { responses: BASE, seed: 'bench', days: DAYS, until: UNTIL });
  if (!made.ok) throw new Error(made.error);
  const rate = Math.round((BASE / (performance.now() - start)) * 1_000);
  const { user, system } = process.cpuUsage(before);
  const each = Math.round((user + system) / BASE);
  console.log(
    `generated through the ingest: ${String(BASE)} responses, ${String(rate)} a second, ${String(each)} µs of processor each`,
  );
}

function growFile(folder: string, times: number): void {
  const database = new Database(join(folder, 'earshot.sqlite'));
  database.pragma('synchronous = OFF');
  database.pragma('journal_mode = OFF');
  database.pragma('cache_size = -200000');
  for (const statement of growStatements('sqlite', times)) database.exec(statement);
  database.close();
}

async function inSqlite(folder: string): Promise<Asked> {
  const opened = await openStore(folder, systemClock, systemRandom);
  if (!opened.ok) throw new Error(opened.error);
  try {
    return await askDashboard(opened.value.read);
  } finally {
    await opened.value.close();
  }
}

function report(name: string, { day, together }: Asked): void {
  say(`${name}: day of a touchpoint`, day);
  say(`${name}: crosstab over all days`, together);
}

async function besideOthers(folder: string, times: number, asked: Asked): Promise<void> {
  const scan = openDirectScan(folder);
  const [scanDay, scanAll] = [new Timing(), new Timing()];
  for (const { place, date, faces } of asked.days.slice(0, SCANS))
    expectSame('the direct scan', await scanDay.of(() => scan.facesOf(place, date)), faces);
  expectSame('the direct scan', await scanAll.of(() => scan.together()), asked.responses);
  scan.close();
  say('direct scan: day of a touchpoint', scanDay);
  say('direct scan: crosstab', scanAll);
  const duck = await openDuckDb(base, folder, times);
  const [duckDay, duckAll] = [new Timing(), new Timing()];
  for (const { place, date, faces } of asked.days.slice(0, DUCK_ROUNDS)) {
    expectSame('DuckDB', await duckDay.of(() => duck.facesOf(place, date)), faces);
    expectSame('DuckDB', await duckAll.of(() => duck.together()), asked.responses);
  }
  duck.close();
  say('DuckDB: faces of a day', duckDay);
  say('DuckDB: crosstab', duckAll);
}

async function at(size: number): Promise<Asked> {
  const times = Math.round(size / BASE);
  const folder = join(root, String(size));
  cpSync(base, folder, { recursive: true });
  if (times > 1) growFile(folder, times);
  const bytes = statSync(join(folder, 'earshot.sqlite')).size / (BASE * times);
  console.log(`\n${String(BASE * times)} responses, ${String(Math.round(bytes))} bytes each in SQLite`);
  const asked = await inSqlite(folder);
  report('SQLite', asked);
  console.log(`  memory of this process when it had answered: ${asked.memory}`);
  await besideOthers(folder, times, asked);
  rmSync(folder, { recursive: true });
  if (!WITH_POSTGRES) return asked;
  const postgres = await openInPostgres(base, join(root, 'moved'), times);
  try {
    const there = await askDashboard(postgres.store.read);
    expectSame('PostgreSQL', there.days, asked.days);
    expectSame('PostgreSQL', there.responses, asked.responses);
    console.log(`  ${String(Math.round(postgres.bytes / (BASE * times)))} bytes each in PostgreSQL`);
    report('PostgreSQL', there);
  } finally {
    await postgres.close();
  }
  return asked;
}

try {
  await generateBase();
  const all: Asked[] = [];
  for (const size of SIZES) all.push(await at(size));
  const growth = (all.at(-1)?.day.middle ?? 0) / (all[0]?.day.middle ?? 1);
  console.log(
    `\nSQLite, a day, from the smallest to the largest: ${growth.toFixed(2)} times as long (flat is 1)`,
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
