import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestBrowser } from '../browser.ts';
import { until } from '../until.ts';

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** In good order: with a kill the sentinel of the last seconds would be lost, which the other two make up for. */
export async function switchOff(on: TestBrowser): Promise<void> {
  const session = await on.context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.close');
  const lock = join(on.profile, 'SingletonLock');
  await until('the browser goes off', 60_000, async () => ((await isThere(lock)) ? undefined : true));
  await on.kill();
}
