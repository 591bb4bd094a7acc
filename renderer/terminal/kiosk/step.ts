import { assertNever } from '../../../core/kernel/index.ts';
import type { Kiosk, KioskEvent, KioskSetting, Stamp } from './kiosk.ts';
import { askingStep } from './askingStep.ts';
import { asleepStep } from './asleepStep.ts';
import { firstStep } from './firstStep.ts';
import { restart } from './restart.ts';

/**
 * The kiosk state machine: what the terminal does when something happens. The same state, event and stamp give the same outcome;
 * events that make no sense where the terminal stands change nothing and give back the same state.
 */
export function step(setting: KioskSetting, kiosk: Kiosk, event: KioskEvent, stamp: Stamp): Kiosk {
  const next = stepThere(setting, kiosk, event, stamp);
  if (next.heard !== undefined || kiosk.heard === undefined) return next;
  return { ...next, heard: kiosk.heard };
}

function stepThere(setting: KioskSetting, kiosk: Kiosk, event: KioskEvent, stamp: Stamp): Kiosk {
  switch (kiosk.at) {
    case 'first':
      return firstStep(setting, kiosk, event, stamp);
    case 'asking':
      return askingStep(setting, kiosk, event, stamp);
    case 'keeping':
      return keepingStep(setting, kiosk, event, stamp);
    case 'notKept':
      return notKeptStep(kiosk, event, stamp);
    case 'thanks':
      return thanksStep(setting, kiosk, event, stamp);
    case 'asleep':
      return asleepStep(setting, kiosk, event, stamp);
    default:
      return assertNever(kiosk);
  }
}

type At<Place extends Kiosk['at']> = Extract<Kiosk, { at: Place }>;

function keepingStep(
  setting: KioskSetting,
  kiosk: At<'keeping'>,
  event: KioskEvent,
  { monotonic, ...stamp }: Stamp,
): Kiosk {
  const { response, attempt } = kiosk;
  const { timing } = setting;
  if (event.type === 'notKept') {
    const wait = Math.min(timing.retry * 2 ** attempt, timing.longestRetry);
    return { at: 'notKept', response, attempt, reason: event.reason, retryAt: monotonic + wait };
  }
  if (event.type !== 'kept') return kiosk;
  // A tap that was to stop the countdown may come a moment too late.
  if (response.endedBy !== 'finished') return restart(setting, { ...stamp, monotonic }, true);
  const { language } = response;
  return { at: 'thanks', language, readyAt: monotonic + timing.settle, until: monotonic + timing.thanks };
}

function notKeptStep(kiosk: At<'notKept'>, event: KioskEvent, { monotonic }: Stamp): Kiosk {
  const again = event.type === 'retry' || (event.type === 'tick' && monotonic >= kiosk.retryAt);
  if (!again) return kiosk;
  return { at: 'keeping', response: kiosk.response, attempt: kiosk.attempt + 1, since: monotonic };
}

function thanksStep(setting: KioskSetting, kiosk: At<'thanks'>, event: KioskEvent, stamp: Stamp): Kiosk {
  if (event.type === 'tick' && stamp.monotonic >= kiosk.until) return restart(setting, stamp, false);
  if (event.type === 'leave' && stamp.monotonic >= kiosk.readyAt) return restart(setting, stamp, true);
  return kiosk;
}
