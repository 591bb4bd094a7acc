import type { Ending, Flag } from '../../../core/response/index.ts';
import { hearing, isBurst } from './heard.ts';
import type { Asking, Kiosk, KioskSetting, Stamp } from './kiosk.ts';
import { responseOf, saysSomething } from './response.ts';
import { restart } from './restart.ts';

/** Ends a sitting. Whatever was said is to be kept before anything else happens; who said nothing leaves nothing. */
export function toEnd(setting: KioskSetting, kiosk: Asking, endedBy: Ending, stamp: Stamp): Kiosk {
  const response = responseOf(setting, kiosk.sitting, kiosk.shown.language, endedBy, stamp.monotonic);
  if (!saysSomething(kiosk.sitting, response)) return restart(setting, stamp, true);
  const heard = hearing(kiosk.heard ?? [], response, kiosk.touchedAt);
  const flags: readonly Flag[] = isBurst(heard) ? [...kiosk.sitting.flags, 'burst'] : kiosk.sitting.flags;
  return {
    at: 'keeping',
    response: flags.length > 0 ? { ...response, flags } : response,
    attempt: 0,
    since: stamp.monotonic,
    heard,
  };
}
