import type { Asking, Kiosk, KioskSetting, Stamp } from './kiosk.ts';
import { toEnd } from './toEnd.ts';

/** Nobody has touched anything: counts down, then ends the sitting as `timeout`. */
export function tickStep(setting: KioskSetting, kiosk: Asking, stamp: Stamp): Kiosk {
  const { idle, countdown } = setting.timing;
  const left = kiosk.touchedAt + idle - stamp.monotonic;
  if (left <= 0) return toEnd(setting, kiosk, 'timeout', stamp);
  const secondsLeft = left <= countdown ? Math.ceil(left / 1000) : undefined;
  return secondsLeft === kiosk.secondsLeft ? kiosk : { ...kiosk, secondsLeft };
}
