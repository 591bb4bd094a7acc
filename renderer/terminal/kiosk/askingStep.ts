import { assertNever } from '../../../core/kernel/index.ts';
import { applyEvent } from '../../../core/questionnaire/index.ts';
import type { InterviewStep, QuestionView, Refusal } from '../../../core/questionnaire/index.ts';
import type { ParadataEvent } from '../../../core/response/index.ts';
import { tickStep } from './tickStep.ts';
import { toEnd } from './toEnd.ts';
import type { Asking, Kiosk, KioskEvent, KioskSetting, Sitting, Stamp } from './kiosk.ts';
import { responseOf, saysSomething } from './response.ts';
import { showOf } from './showOf.ts';

/** The same tile twice within this time (ms) is one tap of an impatient finger. */
const DOUBLE_TAP = 300;

export function askingStep(setting: KioskSetting, kiosk: Asking, event: KioskEvent, stamp: Stamp): Kiosk {
  switch (event.type) {
    case 'tick':
      return tickStep(setting, kiosk, stamp);
    case 'touch':
      return touched(setting, kiosk, stamp);
    case 'type':
      return typed(kiosk, event.path, event.text, stamp);
    case 'language':
      return inLanguage(setting, kiosk, event.language, stamp);
    case 'answer':
    case 'next':
    case 'skip':
    case 'back':
    case 'addRepeat':
    case 'removeRepeat':
    case 'confirm': {
      if (stamp.monotonic < kiosk.readyAt) return kiosk;
      return acted(setting, kiosk, event, stamp);
    }
    default:
      return kiosk;
  }
}

type Act = Extract<
  KioskEvent,
  { type: 'answer' | 'next' | 'skip' | 'back' | 'addRepeat' | 'removeRepeat' | 'confirm' }
>;

function acted(setting: KioskSetting, kiosk: Asking, event: Act, stamp: Stamp): Kiosk {
  const here = { ...kiosk, touchedAt: stamp.monotonic, secondsLeft: undefined };
  switch (event.type) {
    case 'answer':
      return answered(setting, kiosk, here, event, stamp);
    case 'next':
      return handedIn(setting, here, stamp);
    case 'skip':
      return passedOver(setting, here, stamp);
    case 'back':
      return wentBack(setting, kiosk, here, stamp);
    case 'addRepeat':
    case 'removeRepeat':
      return repeated(setting, kiosk, here, event, stamp);
    case 'confirm':
      return confirmed(setting, here, event.path, stamp);
    default:
      return assertNever(event);
  }
}

const pathOf = ({ path }: QuestionView): string => path;

const shownQuestions = ({ shown }: Asking): readonly QuestionView[] =>
  shown.screen.kind === 'questions' ? shown.screen.questions : [];

/** Any touch ends the countdown; the tap that did it does nothing else. */
function touched({ timing }: KioskSetting, kiosk: Asking, { monotonic }: Stamp): Asking {
  if (kiosk.secondsLeft === undefined) return { ...kiosk, touchedAt: monotonic };
  return { ...kiosk, touchedAt: monotonic, secondsLeft: undefined, readyAt: monotonic + timing.settle };
}

function typed(kiosk: Asking, path: string, text: string, { monotonic }: Stamp): Asking {
  if (!shownQuestions(kiosk).some((question) => question.path === path)) return kiosk;
  const sitting = { ...kiosk.sitting, typed: { ...kiosk.sitting.typed, [path]: text } };
  return { ...kiosk, sitting, touchedAt: monotonic, secondsLeft: undefined };
}

function answered(
  setting: KioskSetting,
  before: Asking,
  here: Asking,
  event: Extract<KioskEvent, { type: 'answer' }>,
  stamp: Stamp,
): Kiosk {
  const questions = shownQuestions(here);
  if (!questions.some(({ path }) => path === event.path)) return before;
  const what = `${event.path} ${event.part ?? ''}`;
  const tap = here.lastTap;
  if (event.part !== undefined && tap?.what === what && stamp.monotonic < tap.at + DOUBLE_TAP) return before;
  const given = giveAnswer(setting, here, event.path, event.value, stamp);
  // What was written before is answered now, taken or refused.
  const asking = { ...withoutTyped(given.asking, [event.path]), lastTap: { what, at: stamp.monotonic } };
  const goesOn = event.complete && questions.length === 1 && given.refused === undefined;
  return goesOn ? goOn(setting, asking, stamp) : asking;
}

function handedIn(setting: KioskSetting, here: Asking, stamp: Stamp): Kiosk {
  let asking = here;
  for (const { path } of shownQuestions(here)) {
    const text = asking.sitting.typed[path];
    if (text === undefined) continue;
    const given = giveAnswer(setting, asking, path, text.trim(), stamp);
    if (given.refused !== undefined) return given.asking;
    asking = withoutTyped(given.asking, [path]);
  }
  return goOn(setting, asking, stamp);
}

/** What was refused here is dropped, so that it does not stand in the way of going on. */
function passedOver(setting: KioskSetting, here: Asking, stamp: Stamp): Kiosk {
  const questions = shownQuestions(here);
  let asking = here;
  for (const { path, violation, required } of questions) {
    if (violation === undefined || required) continue;
    asking = applied(asking, { kind: 'answer', path, value: null }, stamp).asking;
  }
  return goOn(setting, withoutTyped(asking, questions.map(pathOf)), stamp);
}

function repeated(
  setting: KioskSetting,
  before: Asking,
  here: Asking,
  { type, path }: Extract<Act, { type: 'addRepeat' | 'removeRepeat' }>,
  stamp: Stamp,
): Asking {
  const { asking, refused } = applied(here, { kind: type, path }, stamp);
  if (refused !== undefined) return { ...before, sitting: asking.sitting };
  const left = type === 'removeRepeat' ? withoutTyped(asking, shownQuestions(here).map(pathOf)) : asking;
  return moved(setting, withDraft(setting, left, stamp), stamp);
}

/** The reason is that the person said so: nobody stands beside a terminal to give another. */
function confirmed(setting: KioskSetting, here: Asking, path: string, stamp: Stamp): Kiosk {
  const { asking } = applied(here, { kind: 'confirm', path, reason: 'kept by the respondent' }, stamp);
  if (shownQuestions(here).length === 1) return handedIn(setting, asking, stamp);
  const { interview, answered: said } = asking.sitting;
  return { ...asking, shown: showOf(interview, asking.shown.language, said) };
}

function withoutTyped(asking: Asking, paths: readonly string[]): Asking {
  const left = Object.entries(asking.sitting.typed).filter(([path]) => !paths.includes(path));
  return { ...asking, sitting: { ...asking.sitting, typed: Object.fromEntries(left) } };
}

function wentBack(setting: KioskSetting, before: Asking, here: Asking, stamp: Stamp): Asking {
  if (here.shown.position <= 1) return before;
  return moved(setting, applied(here, { kind: 'back' }, stamp, { event: 'back' }).asking, stamp);
}

function inLanguage(setting: KioskSetting, kiosk: Asking, language: string, stamp: Stamp): Asking {
  if (language === kiosk.shown.language) return kiosk;
  if (!setting.questionnaire.definition.languages.some(({ code }) => code === language)) return kiosk;
  const note = { event: 'language', detail: language } as const;
  const { asking } = applied(kiosk, { kind: 'language', language }, stamp, note);
  const shown = showOf(asking.sitting.interview, language, asking.sitting.answered);
  const here = { ...asking, shown, touchedAt: stamp.monotonic, secondsLeft: undefined };
  return withDraft(setting, here, stamp);
}

interface Given {
  readonly asking: Asking;
  readonly refused: Refusal | undefined;
}

function giveAnswer(setting: KioskSetting, kiosk: Asking, path: string, value: unknown, stamp: Stamp): Given {
  const note = { event: 'answer', node: path } as const;
  const { asking, refused } = applied(kiosk, { kind: 'answer', path, value }, stamp, note);
  const paths = asking.sitting.answered;
  const sitting: Sitting = {
    ...asking.sitting,
    answered: paths.includes(path) ? paths : [...paths, path],
  };
  const shown = showOf(sitting.interview, asking.shown.language, sitting.answered);
  return { asking: withDraft(setting, { ...asking, sitting, shown }, stamp), refused };
}

/** Goes on to the next screen, or to the end. What the questionnaire refuses stays on the screen, with the reason on it. */
function goOn(setting: KioskSetting, kiosk: Asking, stamp: Stamp): Kiosk {
  const { asking, refused } = applied(kiosk, { kind: 'next' }, stamp);
  const here = moved(setting, asking, stamp);
  if (refused !== undefined || here.shown.screen.kind !== 'end') return here;
  const finish = applied(here, { kind: 'finish' }, stamp);
  if (finish.refused === undefined) return toEnd(setting, finish.asking, 'finished', stamp);
  const path = finish.refused.path;
  if (path === undefined) return toEnd(setting, finish.asking, 'finished', stamp);
  return moved(setting, applied(finish.asking, { kind: 'goTo', path }, stamp).asking, stamp);
}

/** Shows where the interview now stands; a screen that changed takes no answer for a moment. */
function moved(setting: KioskSetting, kiosk: Asking, { monotonic }: Stamp): Asking {
  const { sitting } = kiosk;
  const shown = showOf(sitting.interview, kiosk.shown.language, sitting.answered);
  const arrived = shown.screen.kind === 'questions' ? shown.screen.questions : [];
  const at = monotonic - sitting.startedMonotonic;
  const seen = arrived.map(({ path }): ParadataEvent => ({
    event: 'question',
    at: Math.round(at),
    node: path,
  }));
  return {
    ...kiosk,
    sitting: { ...sitting, paradata: [...sitting.paradata, ...seen] },
    shown,
    readyAt: monotonic + setting.timing.settle,
    lastTap: undefined,
  };
}

function withDraft(setting: KioskSetting, kiosk: Asking, { monotonic }: Stamp): Asking {
  const { sitting, shown } = kiosk;
  const draft = responseOf(setting, sitting, shown.language, 'interrupted', monotonic);
  return { ...kiosk, draft: saysSomething(sitting, draft) ? draft : undefined };
}

/** One event to the interview, noted in the paradata when it was taken. */
function applied(kiosk: Asking, event: InterviewStep, stamp: Stamp, note?: Omit<ParadataEvent, 'at'>): Given {
  const { sitting } = kiosk;
  const { interview, refused } = applyEvent(sitting.interview, { ...event, at: stamp.wall });
  const at = Math.max(0, Math.round(stamp.monotonic - sitting.startedMonotonic));
  const paradata =
    note === undefined || refused !== undefined ? sitting.paradata : [...sitting.paradata, { ...note, at }];
  return { asking: { ...kiosk, sitting: { ...sitting, interview, paradata } }, refused };
}
