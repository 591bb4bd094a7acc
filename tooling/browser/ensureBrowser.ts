import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installPackages } from '../debian/installPackages.ts';
import { runNode, runProgram } from '../stages/runProgram.ts';
import { browserCandidates } from './installedBrowser.ts';

const MINUTE = 60_000;

/** A file called chromium may be a stub that only tells to install one, or lack its libraries: ask it. */
async function starts(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true; // There, --version opens a window.
  return (await runProgram(path, ['--version'], { timeoutMs: MINUTE })).status === 0;
}

async function firstThatStarts(): Promise<string | undefined> {
  for (const path of browserCandidates()) if (await starts(path)) return path;
  return undefined;
}

const isRoot = (): boolean => process.getuid?.() === 0;

const playwright = (...args: readonly string[]) =>
  runNode(join('playwright-core', 'cli.js'), args, {
    live: true,
    timeoutMs: 10 * MINUTE,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
  });

/** The download brings no system libraries: on a bare Linux they are asked for only once the browser itself is there. */
async function playwrightDownload(): Promise<void> {
  const { status } = await playwright('install', '--no-shell', 'chromium');
  const bare = status === 0 && process.platform === 'linux' && isRoot();
  if (bare && !(await starts(chromium.executablePath()))) await playwright('install-deps', 'chromium');
}

/** The path of a browser that starts, installing one if the machine has none. */
export async function ensureBrowser(): Promise<string | undefined> {
  for (const install of [playwrightDownload, () => installPackages(['chromium'])]) {
    const found = await firstThatStarts();
    if (found !== undefined) return found;
    console.log('No browser yet; installing one ...');
    await install();
  }
  return firstThatStarts();
}
