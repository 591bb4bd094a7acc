import { launchBrowser } from '../browser.ts';
import { localStorageSays } from '../device/damageProfile.ts';
import { switchOff } from '../device/switchOff.ts';
import { until } from '../until.ts';

/**
 * The profile of a device that has recorded one response, made the files of its copy, and was switched off in good order: the names of
 * files that a page makes are forced to the disk only then.
 */
export async function settledProfile(url: string): Promise<string> {
  const first = await launchBrowser();
  await first.page.goto(url);
  await first.page.evaluate(async () => {
    const { device } = window;
    await device.recordResponse(device.storage, device.aResponse());
    await device.storage.witnesses?.repaired;
  });
  await until('the files of the copy are made', 60_000, async () => {
    const opened = await first.page.evaluate(() => window.device.journal.open());
    return opened.ok && opened.value.made + opened.value.found >= SEGMENTS ? true : undefined;
  });
  await until('the sentinel is on the disk', 60_000, () => localStorageSays(first.profile, '"unsent":1'));
  await switchOff(first);
  return first.profile;
}

const SEGMENTS = 8;
