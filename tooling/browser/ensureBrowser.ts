import { existsSync } from 'node:fs';
import { join } from 'node:path';
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

async function playwrightDownload(): Promise<void> {
  const withLibraries = process.platform === 'linux' && isRoot() ? ['--with-deps'] : [];
  await runNode(join('playwright-core', 'cli.js'), ['install', '--no-shell', ...withLibraries, 'chromium'], {
    live: true,
    timeoutMs: 10 * MINUTE,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
  });
}

async function debianPackage(): Promise<void> {
  if (process.platform !== 'linux' || !isRoot() || !existsSync('/usr/bin/apt-get')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update'], { live: true, env, timeoutMs: 5 * MINUTE });
  await runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    live: true,
    env,
    timeoutMs: 10 * MINUTE,
  });
}

/** The path of a browser that starts, installing one if the machine has none. */
export async function ensureBrowser(): Promise<string | undefined> {
  for (const install of [playwrightDownload, debianPackage]) {
    const found = await firstThatStarts();
    if (found !== undefined) return found;
    console.log('No browser yet; installing one ...');
    await install();
  }
  return firstThatStarts();
}
