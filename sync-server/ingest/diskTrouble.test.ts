import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  sampleResponse,
  startTestServer,
  untilTaken,
  type TestDevice,
  type TestServer,
} from '../testing/index.ts';

/** Of megabytes that can be changed while the server is at work. */
let disk: string;
let server: TestServer;
let device: TestDevice;

const mount = (...options: string[]): void => {
  const mounted = spawnSync('mount', [...options, disk], { encoding: 'utf8' });
  if (mounted.status !== 0)
    throw new Error(`this test fills a small disk, which it has to mount (as root): ${mounted.stderr}`);
};

beforeEach(async () => {
  disk = mkdtempSync(join(tmpdir(), 'earshot-disk-'));
  mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs');
  vi.stubEnv('TMPDIR', disk);
  server = await startTestServer();
  vi.unstubAllEnvs();
  device = await server.device();
});
afterEach(async () => {
  await server.stop();
  spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

type Batch = ReturnType<TestDevice['seal']>[];
const items = (count: number): Batch => Array.from({ length: count }, () => device.seal(sampleResponse()));

async function isRefused(batch: Batch): Promise<void> {
  const refused = await device.push(batch);
  expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable', retry: 'later' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.body).not.toHaveProperty('items');
}

/** Without a restart; all of it for the first time, so nothing of what was refused had been kept. */
async function isStored(batch: Batch): Promise<void> {
  const { status, body } = await untilTaken(() => device.push(batch));
  expect(status).toBe(200);
  expect(new Set(body.items.map(({ verdict }) => verdict))).toEqual(new Set(['stored']));
}

it('B2 B5 a disk that is full: 503, nothing of the batch is kept, and all goes on when there is room', async () => {
  let batch = items(200);
  for (let pushed = 0; pushed < 40 && (await device.push(batch)).status === 200; pushed += 1)
    batch = items(200);
  await isRefused(batch);
  mount('-o', 'remount,size=60m');
  await isStored(batch);
});

const HOLD = `const database = new (require('better-sqlite3'))(process.argv[1]);
  database.exec('begin immediate');
  process.stdin.resume();
  console.log('held')`;

it('B2 B5 a database that another process holds: 503, and all goes on when it was killed', async () => {
  const batch = items(3);
  const holder = spawn(process.execPath, ['-e', HOLD, join(server.folder, 'earshot.sqlite')], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  await isRefused(batch);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await isStored(batch);
});
