import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { installedBrowser } from '../tooling/browser/installedBrowser.ts';
import { hearComplaints } from './complaints.ts';
import { LAUNCH_FLAGS } from '../tooling/browser/launchFlags.ts';

export interface TestBrowser {
  readonly context: BrowserContext;
  /** The tab that is open from the start. */
  readonly page: Page;
  /** The profile's folder: launch another browser with it and it is the same device, switched on again. */
  readonly profile: string;
  /** SIGKILL to every process of the browser: nothing gets a chance to tidy up, as when the plug is pulled. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** A profile to go on with; without it a new one is made. */
  readonly profile?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Beside this process's own variables. */
  readonly env?: Readonly<Record<string, string>>;
}

const TERMINAL_SIZE = { width: 1080, height: 1920 };
const START_MS = 30_000;

/** The port that the browser has chosen, from the file that it writes into its profile. */
async function debuggingPort(profile: string, started: ChildProcess): Promise<string> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port !== undefined && path !== undefined && path !== '') return port;
    if (started.exitCode !== null) throw new Error(`the browser ended at once with ${started.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the browser opened no debugging port');
}

function spawnBrowser(profile: string, env: Readonly<Record<string, string>>): ChildProcess {
  const path = installedBrowser();
  if (path === undefined) throw new Error('no browser: run npm test, or set EARSHOT_BROWSER');
  const flags = [
    ...LAUNCH_FLAGS,
    '--headless',
    '--hide-scrollbars',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  // A group of its own, so that kill() reaches the renderers and the storage process too.
  return spawn(path, flags, { detached: true, stdio: 'ignore', env: { ...process.env, ...env } });
}

function endGroup(browser: ChildProcess, signal: NodeJS.Signals): void {
  if (browser.pid === undefined) return;
  try {
    process.kill(-browser.pid, signal);
  } catch {
    // Already gone.
  }
}

async function ended(browser: ChildProcess): Promise<void> {
  if (browser.exitCode === null && browser.signalCode === null) await once(browser, 'exit');
}

async function firstPage(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the browser has no context');
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** A request that a test is still answering when the browser ends would fail a test that has passed. A killed browser has none left. */
async function unrouteAll(context: BrowserContext): Promise<void> {
  const routed = [context, ...context.pages()];
  await Promise.allSettled(routed.map((place) => place.unrouteAll({ behavior: 'ignoreErrors' })));
}

/**
 * Starts a real browser on a real profile. Not Playwright's own launch: a test must be able to kill every process of it and
 * to start it again on what that left on the disk.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<TestBrowser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'earshot-profile-')));
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const started = spawnBrowser(profile, options.env ?? {});
  const endWithUs = () => endGroup(started, 'SIGKILL');
  process.once('exit', endWithUs);
  const port = await debuggingPort(profile, started);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const { context, page } = await firstPage(browser);
  hearComplaints(context);
  await page.setViewportSize(options.viewport ?? TERMINAL_SIZE);

  const end = async (signal: NodeJS.Signals) => {
    process.removeListener('exit', endWithUs);
    endGroup(started, signal);
    await ended(started);
    await browser.close().catch(() => undefined);
  };
  return {
    context,
    page,
    profile,
    kill: () => end('SIGKILL'),
    close: async () => {
      await unrouteAll(context);
      await end('SIGTERM');
      endGroup(started, 'SIGKILL'); // Children that outlive the first process would keep writing into the profile.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
