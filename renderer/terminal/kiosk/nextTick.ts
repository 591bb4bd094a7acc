import { assertNever } from '../../../core/kernel/index.ts';
import type { Kiosk, KioskSetting } from './kiosk.ts';

/** The monotonic time at which a `tick` changes something next; undefined when none will. */
export function nextTick({ questionnaire, timing }: KioskSetting, kiosk: Kiosk): number | undefined {
  switch (kiosk.at) {
    case 'first':
      return kiosk.shown.language === questionnaire.definition.defaultLanguage
        ? kiosk.looksAt
        : Math.min(kiosk.touchedAt + timing.idle, kiosk.looksAt ?? Infinity);
    case 'asking': {
      const end = kiosk.touchedAt + timing.idle;
      return kiosk.secondsLeft === undefined ? end - timing.countdown : end - (kiosk.secondsLeft - 1) * 1000;
    }
    case 'keeping':
      return undefined;
    case 'notKept':
      return kiosk.retryAt;
    case 'thanks':
      return kiosk.until;
    case 'asleep':
      return Math.min(kiosk.looksAt, kiosk.told?.until ?? Infinity);
    default:
      return assertNever(kiosk);
  }
}
