import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { installedBrowser } from '../../tooling/browser/installedBrowser.ts';
import { LAUNCH_FLAGS } from '../../tooling/browser/launchFlags.ts';

export interface BenchBrowser {
  readonly context: BrowserContext;
  /** Seconds of processor that all of the browser's processes have taken so far. */
  processorSeconds(): Promise<number>;
  /** The ids of its processes: `renderer` those of pages, `browser` the one that keeps their storage. */
  processIds(type: 'renderer' | 'browser'): Promise<readonly number[]>;
  close(): Promise<void>;
}

/**
 * The browser under Playwright's own launch, which speaks through a pipe: a debugging port packs every request's body for whoever
 * listens, and half of the browser's time would be that.
 */
export async function openBrowser(): Promise<BenchBrowser> {
  const path = installedBrowser();
  if (path === undefined) throw new Error('no browser: run npm test, or set EARSHOT_BROWSER');
  const profile = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    args: [...LAUNCH_FLAGS],
  });
  const session = await context.browser()?.newBrowserCDPSession();
  const processes = async () => (await session?.send('SystemInfo.getProcessInfo'))?.processInfo ?? [];
  return {
    context,
    processorSeconds: async () => (await processes()).reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    processIds: async (type) => (await processes()).filter((one) => one.type === type).map(({ id }) => id),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
