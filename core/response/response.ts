import type { Attachment } from './attachments.ts';

/** How a sitting came to its end. Everything but `finished` is a partial, kept and counted as far as it goes. */
export const ENDINGS = ['finished', 'skipped', 'timeout', 'exit', 'interrupted'] as const;
export type Ending = (typeof ENDINGS)[number];

/** By which way the person was heard. */
export const CHANNELS = ['terminal', 'interview'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One thing that happened while the response was given; `at` is milliseconds since the start on a clock that never jumps. */
export interface ParadataEvent {
  readonly event: 'question' | 'answer' | 'back' | 'language' | 'end';
  readonly at: number;
  /** Path of the question, for example `/data/rating`. */
  readonly node?: string;
  /** The language switched to, or the ending. Never an answer: paradata may be shown to people who must not read answers. */
  readonly detail?: string;
}

/** What one person said in one sitting. Append-only: a correction is a new revision with the same id and a higher `rev`. */
export interface Response {
  readonly schema: 1;
  /** UUIDv7 made on the device before the first write; the idempotency key for ever. */
  readonly responseId: string;
  readonly rev: number;
  readonly surveyId: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: string;
  readonly touchpointId: string;
  readonly deviceId: string;
  readonly channel: Channel;
  /** Language at the end, as a code of the questionnaire. */
  readonly language: string;
  /** Device wall clock, milliseconds since 1970 UTC. Kept as the device said it; corrected only by what the server knows of its offset. */
  readonly startedAt: number;
  /** `startedAt` plus a monotonic duration in milliseconds, so a clock set back in between does no harm. */
  readonly finishedAt: number;
  /** The device's IANA time zone. */
  readonly timezone: string;
  readonly endedBy: Ending;
  /** Relevant answers: path -> XForms string (choices space-separated, dates ISO). */
  readonly answers: Readonly<Record<string, string>>;
  readonly paradata: readonly ParadataEvent[];
  /** What the device found to speak against counting it like others (`Flag`, or what a newer version knows); left out: nothing. */
  readonly flags?: readonly string[];
  /**
   * Milliseconds, on a clock that never jumps, from the last touch of the person before at this device to the first of this one; left
   * out: a minute or more, or nobody since the app was started.
   */
  readonly sinceLast?: number;
  /** The files that answers name; left out: none. They follow on the response (T1). */
  readonly attachments?: readonly Attachment[];
}
