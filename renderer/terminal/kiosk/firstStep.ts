import { askingStep } from './askingStep.ts';
import { fallAsleep } from './asleepStep.ts';
import { isClosed, nextLook } from './closing.ts';
import { sinceLast } from './heard.ts';
import { begin, restart } from './restart.ts';
import { showOf } from './showOf.ts';
import type { Asking, First, Kiosk, KioskEvent, KioskSetting, Sitting, Stamp } from './kiosk.ts';

/** On the first screen nobody has begun: only an answer (or passing over the question) begins a sitting. */
export function firstStep(setting: KioskSetting, kiosk: First, event: KioskEvent, stamp: Stamp): Kiosk {
  switch (event.type) {
    case 'answer':
    case 'type':
    case 'next':
    case 'skip':
    case 'addRepeat':
    case 'confirm': {
      if (stamp.monotonic < kiosk.readyAt) return kiosk;
      const begun = beginSitting(setting, kiosk, stamp);
      const next = askingStep(setting, begun, event, stamp);
      return next === begun ? kiosk : next;
    }
    case 'language':
      return inLanguage(setting, kiosk, event.language, stamp);
    case 'touch':
      return { ...kiosk, touchedAt: stamp.monotonic };
    case 'tick':
      return ticked(setting, kiosk, stamp);
    default:
      return kiosk;
  }
}

/** Whoever chose a language and left takes it along; where the place is closed by now, there is nobody to wait for. */
function ticked(setting: KioskSetting, kiosk: First, stamp: Stamp): Kiosk {
  const { defaultLanguage } = setting.questionnaire.definition;
  const left = stamp.monotonic >= kiosk.touchedAt + setting.timing.idle;
  if (left && isClosed(setting, stamp)) return fallAsleep(stamp);
  if (left && kiosk.shown.language !== defaultLanguage) return restart(setting, stamp, false);
  if (stamp.monotonic < (kiosk.looksAt ?? Infinity)) return kiosk;
  return { ...kiosk, looksAt: nextLook(setting, kiosk.touchedAt, stamp) };
}

function inLanguage(setting: KioskSetting, kiosk: First, language: string, stamp: Stamp): First {
  if (!setting.questionnaire.definition.languages.some(({ code }) => code === language)) return kiosk;
  const shown = showOf(begin(setting, language, kiosk.seed, stamp.wall), language, []);
  return { ...kiosk, shown, touchedAt: stamp.monotonic };
}

function beginSitting(setting: KioskSetting, { shown, seed, heard }: First, stamp: Stamp): Asking {
  const questions = shown.screen.kind === 'questions' ? shown.screen.questions : [];
  const sitting: Sitting = {
    responseId: stamp.id,
    startedAt: stamp.wall,
    startedMonotonic: stamp.monotonic,
    interview: begin(setting, shown.language, seed, stamp.wall),
    paradata: questions.map(({ path }) => ({ event: 'question', at: 0, node: path })),
    answered: [],
    typed: {},
    flags: isClosed(setting, stamp) ? ['outside_hours'] : [],
    sinceLast: sinceLast(heard, stamp.monotonic),
  };
  return {
    at: 'asking',
    heard,
    sitting,
    shown,
    draft: undefined,
    readyAt: stamp.monotonic,
    touchedAt: stamp.monotonic,
    secondsLeft: undefined,
    lastTap: undefined,
  };
}
