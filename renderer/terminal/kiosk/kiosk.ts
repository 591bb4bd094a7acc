import type { TimedPlace } from '../../../core/protocol/index.ts';
import type { AnswerValue, Interview, Questionnaire, Screen } from '../../../core/questionnaire/index.ts';
import type { Flag, ParadataEvent, Response } from '../../../core/response/index.ts';
import type { Heard } from './heard.ts';

/** What holds for every person at this terminal. */
export interface KioskSetting {
  readonly questionnaire: Questionnaire;
  readonly identity: Pick<Response, 'surveyId' | 'touchpointId' | 'deviceId'>;
  /** The device's IANA time zone. */
  readonly timezone: string;
  /** Whose opening hours hold here; left out: always open. */
  readonly place?: TimedPlace | undefined;
  readonly timing: KioskTiming;
}

/** Milliseconds. */
export interface KioskTiming {
  /** Without a touch for so long, the person is taken to have left. */
  readonly idle: number;
  /** How much of `idle` is counted down on the screen. */
  readonly countdown: number;
  /** A screen that has just changed under the finger takes no answer for so long: one tap, one answer. */
  readonly settle: number;
  readonly thanks: number;
  /** For how long a tap on the sleeping terminal shows when the place opens. */
  readonly told: number;
  /** First and longest wait before storage is tried again. */
  readonly retry: number;
  readonly longestRetry: number;
}

export const USUAL_TIMING: KioskTiming = {
  idle: 20_000,
  countdown: 5_000,
  settle: 350,
  thanks: 4_000,
  told: 10_000,
  retry: 2_000,
  longestRetry: 30_000,
};

/** When something happened, and what a sitting that begins with it is given. The edges hand it in with every event. */
export interface Stamp {
  /** Device wall clock, milliseconds since 1970 UTC. */
  readonly wall: number;
  /** Milliseconds that never run backwards; everything that is measured is measured on these. */
  readonly monotonic: number;
  /** A fresh UUIDv7. */
  readonly id: string;
  readonly seed: number;
}

export type KioskEvent =
  /** `part`: which tile of several was tapped. `complete`: nothing more can be said to this question, so it moves on. */
  | {
      readonly type: 'answer';
      readonly path: string;
      readonly value: AnswerValue;
      readonly part?: string;
      readonly complete: boolean;
    }
  /** A text that is being written; it is an answer once it is handed in with `next`. */
  | { readonly type: 'type'; readonly path: string; readonly text: string }
  | { readonly type: 'next' }
  /** Goes on and drops what was written here but not handed in. */
  | { readonly type: 'skip' }
  | { readonly type: 'back' }
  /** One more, or one fewer, of what a repeat asks about; paths as the interview takes them. */
  | { readonly type: 'addRepeat' | 'removeRepeat'; readonly path: string }
  /** Keeps an answer that the questionnaire finds unusual. */
  | { readonly type: 'confirm'; readonly path: string }
  | { readonly type: 'language'; readonly language: string }
  /** Somebody is there. */
  | { readonly type: 'touch' }
  /** Time has passed: see `nextTick`. */
  | { readonly type: 'tick' }
  | { readonly type: 'kept' }
  | { readonly type: 'notKept'; readonly reason: 'full' | 'other' }
  | { readonly type: 'retry' }
  /** The person is done with "thank you". */
  | { readonly type: 'leave' };

/** One person at the terminal, from the first answer on. */
export interface Sitting {
  readonly responseId: string;
  readonly startedAt: number;
  readonly startedMonotonic: number;
  readonly interview: Interview;
  readonly paradata: readonly ParadataEvent[];
  /** Paths that the person answered, to be told apart from calculations and metadata. */
  readonly answered: readonly string[];
  /** Written but not handed in, by path. */
  readonly typed: Readonly<Record<string, string>>;
  /** What spoke against counting it when it began. */
  readonly flags: readonly Flag[];
  /** Milliseconds since the person before touched the screen last. */
  readonly sinceLast: number | undefined;
}

/** What is on the screen; plain values, so that drawing never reads a running interview. */
export interface Shown {
  readonly language: string;
  readonly screen: Screen;
  /** 1-based number of the screen. */
  readonly position: number;
  /** The face that the person tapped, for the screens after it. */
  readonly said: { readonly face: 1 | 2 | 3 | 4 | 5; readonly label: string } | undefined;
}

/** What goes on through every state. */
interface Remembering {
  /** Who was heard within the last minute, or the last one; left out: nobody since the terminal was opened. */
  readonly heard?: readonly Heard[] | undefined;
}

export interface First extends Remembering {
  readonly at: 'first';
  readonly shown: Shown;
  /** The order in which choices stand here is the order in which they will be answered. */
  readonly seed: number;
  readonly readyAt: number;
  readonly touchedAt: number;
  /** When the opening hours are looked at again. */
  readonly looksAt?: number | undefined;
}

/** Outside opening hours nobody is asked. */
export interface Asleep extends Remembering {
  readonly at: 'asleep';
  readonly looksAt: number;
  /** A tap made it show, until then, when the place opens: wall clock; none where that is not in sight. */
  readonly told: { readonly until: number; readonly opensAt: number | undefined } | undefined;
}

export interface Asking extends Remembering {
  readonly at: 'asking';
  readonly sitting: Sitting;
  readonly shown: Shown;
  /** The response as it would stand if the person left now; none before anything was said. Changes with every answer. */
  readonly draft: Response | undefined;
  readonly readyAt: number;
  readonly touchedAt: number;
  /** Seconds of the countdown. */
  readonly secondsLeft: number | undefined;
  readonly lastTap: { readonly what: string; readonly at: number } | undefined;
}

export interface Keeping extends Remembering {
  readonly at: 'keeping';
  readonly response: Response;
  readonly attempt: number;
  readonly since: number;
}

export interface NotKept extends Remembering {
  readonly at: 'notKept';
  readonly response: Response;
  readonly attempt: number;
  readonly reason: 'full' | 'other';
  readonly retryAt: number;
}

export interface Thanks extends Remembering {
  readonly at: 'thanks';
  readonly language: string;
  readonly readyAt: number;
  readonly until: number;
}

/**
 * Where the terminal stands. A sitting holds a running interview, so a state is used up by the event that is applied to it: go on
 * with the outcome only.
 */
export type Kiosk = First | Asking | Keeping | NotKept | Thanks | Asleep;

/** The machine for one survey: its rules with their setting filled in. */
export interface Machine {
  readonly restart: (stamp: Stamp) => First;
  readonly step: (kiosk: Kiosk, event: KioskEvent, stamp: Stamp) => Kiosk;
  readonly nextTick: (kiosk: Kiosk) => number | undefined;
}

/** What the screen stands at: the kiosk, or what is before and instead of it. */
export type Standing =
  Kiosk | { readonly at: 'starting' } | { readonly at: 'broken'; readonly detail: string };
