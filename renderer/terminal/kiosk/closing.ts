import { isOpen } from '../../../core/protocol/index.ts';
import type { KioskSetting, Stamp } from './kiosk.ts';

const MINUTE = 60_000;

export const isClosed = ({ place }: KioskSetting, { wall }: Stamp): boolean =>
  place !== undefined && !isOpen(place, wall);

/**
 * The monotonic time at which opening hours may have changed: hours, as well as zones, begin and end with a minute. The wall clock is
 * asked again then, so that one that was set right in between does no harm.
 */
export const nextMinute = ({ wall, monotonic }: Stamp): number => monotonic + MINUTE - (wall % MINUTE);

/** For a first screen: while the place is closed, it goes as soon as nobody has touched it for a while. */
export function nextLook(setting: KioskSetting, touchedAt: number, stamp: Stamp): number | undefined {
  if (setting.place?.openingHours === undefined) return undefined;
  const left = touchedAt + setting.timing.idle;
  return isClosed(setting, stamp) && stamp.monotonic < left ? left : nextMinute(stamp);
}
