import type { Ending } from '../../../core/response/index.ts';
import type { Asking, Kiosk, KioskSetting, Stamp } from './kiosk.ts';
import { responseOf, saysSomething } from './response.ts';
import { restart } from './restart.ts';

/** Ends a sitting. Whatever was said is to be kept before anything else happens; who said nothing leaves nothing. */
export function toEnd(setting: KioskSetting, kiosk: Asking, endedBy: Ending, stamp: Stamp): Kiosk {
  const response = responseOf(setting, kiosk.sitting, kiosk.shown.language, endedBy, stamp.monotonic);
  if (!saysSomething(kiosk.sitting, response)) return restart(setting, stamp, true);
  return { at: 'keeping', response, attempt: 0, since: stamp.monotonic };
}
