import { startInterview } from '../../../core/questionnaire/index.ts';
import type { Interview } from '../../../core/questionnaire/index.ts';
import { nextLook } from './closing.ts';
import type { First, KioskSetting, Stamp } from './kiosk.ts';
import { showOf } from './showOf.ts';

/**
 * The first screen for the next person, in the default language. Nothing of anybody before is taken over. Where a finger may still be
 * busy with the screen before (`afterTap`), the second tap of a double tap is not the next person's answer.
 */
export function restart(setting: KioskSetting, stamp: Stamp, afterTap: boolean): First {
  const { seed, wall, monotonic } = stamp;
  const language = setting.questionnaire.definition.defaultLanguage;
  return {
    at: 'first',
    seed,
    shown: showOf(begin(setting, language, seed, wall), language, []),
    readyAt: afterTap ? monotonic + setting.timing.settle : monotonic,
    touchedAt: monotonic,
    looksAt: nextLook(setting, monotonic, stamp),
  };
}

/** A blank interview. That it can begin was checked when the survey was opened, so a refusal here is a bug. */
export function begin(setting: KioskSetting, language: string, seed: number, now: number): Interview {
  const started = startInterview(setting.questionnaire, {
    language,
    now,
    timeZone: setting.timezone,
    seed,
    device: { deviceId: setting.identity.deviceId },
  });
  if (!started.ok) throw new Error(`${started.error.path}: ${started.error.message}`);
  return started.value;
}
