import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** Within the project, so that the packages are found from there. */
const PLACE = join(import.meta.dirname, '../node_modules/.cache', `main-${String(process.pid)}`);
const BUILT = join(PLACE, 'main.mjs');

describe('the program', () => {
  let folder: string;
  const running: ChildProcess[] = [];
  beforeAll(() => {
    const fromHere = (path: string): string => join(import.meta.dirname, path);
    buildSync({
      // As it ships: the program, and SQLite's thread beside it.
      entryPoints: { main: fromHere('main.ts'), sqliteThread: fromHere('store/sqlite/sqliteThread.mjs') },
      outdir: PLACE,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
  });
  afterAll(() => {
    rmSync(PLACE, { recursive: true });
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]) => {
    const child = spawn(process.execPath, [BUILT, ...args]);
    running.push(child);
    const printed = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
    const exited = once(child, 'close').then(([code]) => code as number | null);
    const started = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', () => {
        if (printed.out.includes('Ctrl-C')) resolve();
      });
      void exited.then(() => {
        reject(new Error(`ended early: ${printed.err}`));
      });
    });
    started.catch(() => undefined);
    return { child, printed, exited, started };
  };

  it.each([
    ['a file in its place', BUILT],
    ['a folder within a file', join(BUILT, 'inside', 'deeper')],
    ['a place that takes no folders', '/proc/earshot'],
    ['a folder within one', '/proc/earshot/deeper'],
    ['a mount that takes no folders', '/sys/earshot'],
    ['a folder that takes no files', '/proc'],
  ])('says in one line what is wrong with %s as data folder, and ends with 1', async (_, place) => {
    const { printed, exited } = run('--port', '0', '--data', place);
    expect(await exited).toBe(1);
    expect(printed.err).toMatch(/^The (data folder|database in) .* can't be [^\n]*with --data\.\n$/);
    expect(printed.out).toBe('');
  });

  it('keeps a second server off while it runs, also when it is killed leaves the folder free, and stops when asked', async () => {
    const args = ['--port', '0', '--data', folder];
    const first = run(...args);
    await first.started;
    expect(first.printed.out).toMatch(
      /^ {2}Sample terminal +http:\/\/127\.0\.0\.1:\d+\/terminal\/#enrol=[\w-]{22}$/m,
    );
    const second = run(...args);
    expect(await second.exited).toBe(1);
    expect(second.printed.err).toMatch(/^Another Earshot server works on .*--data\.\n$/);
    first.child.kill('SIGKILL');
    await first.exited;
    const third = run(...args);
    await third.started;
    third.child.kill('SIGTERM');
    expect(await third.exited).toBe(0);
  });

  it('explains itself', async () => {
    const { printed, exited } = run('--help');
    expect(await exited).toBe(0);
    expect(printed.out).toContain('--port 4400');
  });
});
