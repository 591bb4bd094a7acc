import type { RandomSource } from '../../kernel/index.ts';
import type { DataNode } from '../expression/index.ts';
import type { AnswerValue } from '../questionTypes/index.ts';

/** What the metadata questions tell of the device and of who holds it. */
export interface DeviceFacts {
  readonly deviceId?: string;
  readonly username?: string;
  readonly email?: string;
  readonly phoneNumber?: string;
}

/** A row of an attached list: column -> text. */
export type ListRow = Readonly<Record<string, string>>;

/**
 * Attached lists by the name that `instance('name')` and `pulldata` use: file name without its ending. `listDocument` makes
 * one of rows, or it is the document node of an XML file. Indexed once and for all interviews they are handed to.
 */
export type AttachedLists = Readonly<Record<string, DataNode>>;

export interface StartOptions {
  /** Code of one of the definition's languages; its default language when left out. */
  readonly language?: string;
  /** Milliseconds since 1970 UTC when the interview begins. */
  readonly now: number;
  /** IANA name; UTC when left out. */
  readonly timeZone?: string;
  /** Random bytes, or a number that makes the interview repeatable. Drawn from once, at the start. */
  readonly seed: RandomSource | number;
  readonly device?: DeviceFacts;
  /** Answers known beforehand, by path; they come after defaults and before calculations. */
  readonly preloaded?: Readonly<Record<string, AnswerValue>>;
  readonly lists?: AttachedLists;
  /** The answers of the last finished interview of this questionnaire, for `${last-saved#name}`. */
  readonly lastSaved?: Readonly<Record<string, AnswerValue>>;
}

/** Why an interview cannot begin; a bug of the caller or of the questionnaire, in words. */
export interface StartProblem {
  readonly path: string;
  readonly message: string;
}
