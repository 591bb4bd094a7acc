import { readdirSync, readFileSync } from 'node:fs';
import type { TestBrowser } from '../browser.ts';
import { until } from '../until.ts';
import type { ForgetfulDisk } from './forgetfulDisk.ts';

/** Every process of the browser ends where it stands, and the disk holds only what it was made to hold. */
export async function cutPower(browser: TestBrowser, disk: ForgetfulDisk): Promise<void> {
  await browser.kill();
  // Its children die a moment later; one that still copies what it flushed would change the disk under our hands.
  await until('every process of the browser is gone', 60_000, () => (isUsed(disk.folder) ? undefined : true));
  disk.loseUnflushed();
}

/** Is a program running that was started on this disk? Those that have ended but were not waited for have no environment. */
const isUsed = (folder: string): boolean =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => environmentOf(pid).includes(`EARSHOT_VOLATILE=${folder}\0`));

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}
