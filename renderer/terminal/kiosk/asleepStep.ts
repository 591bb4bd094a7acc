import { nextChange } from '../../../core/protocol/index.ts';
import { isClosed, nextMinute } from './closing.ts';
import type { Asleep, Kiosk, KioskEvent, KioskSetting, Stamp } from './kiosk.ts';
import { restart } from './restart.ts';

export function asleepStep(setting: KioskSetting, kiosk: Asleep, event: KioskEvent, stamp: Stamp): Kiosk {
  if (event.type === 'touch') return told(setting, kiosk, stamp);
  if (event.type !== 'tick') return kiosk;
  if (!isClosed(setting, stamp)) return restart(setting, stamp, false);
  if (kiosk.told !== undefined && stamp.monotonic >= kiosk.told.until) return fallAsleep(stamp);
  return stamp.monotonic < kiosk.looksAt ? kiosk : { ...kiosk, looksAt: nextMinute(stamp) };
}

function told({ place, timing }: KioskSetting, kiosk: Asleep, { wall, monotonic }: Stamp): Asleep {
  const opensAt = place === undefined ? undefined : nextChange(place, wall);
  return { ...kiosk, told: { until: monotonic + timing.told, opensAt } };
}

export const fallAsleep = (stamp: Stamp): Asleep => ({
  at: 'asleep',
  looksAt: nextMinute(stamp),
  told: undefined,
});
