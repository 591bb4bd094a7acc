import type { Json } from '../../../kernel/index.ts';
import type { AnswerProblem } from '../../questionTypes/index.ts';
import type { DeviceFacts } from '../circumstances.ts';

/** Plain JSON, enough to go on as if one had never left. Attached lists are not part of it. */
export interface SavedInterview {
  readonly saved: 1;
  readonly questionnaire: { readonly id: string; readonly version: string };
  readonly language: string;
  readonly now: number;
  readonly timeZone: string;
  readonly chance: readonly number[];
  readonly orderSeed: number;
  readonly device: DeviceFacts;
  readonly lastSaved: Readonly<Record<string, string>>;
  /** Only where the interview edits a submission. */
  readonly deprecatedId?: string;
  readonly finished: boolean;
  readonly revision: number;
  readonly frame: SavedFrame;
  readonly cursor: SavedCursor;
  readonly refusedInputs: readonly SavedRefusedInput[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly failures: Readonly<Record<string, string>>;
}

/** One instance: what is blank, or as it is at the beginning, is left out. Keys are paths without positions. */
export interface SavedFrame {
  readonly answers: Readonly<Record<string, string>>;
  /** Sum of IRRELEVANT, REQUIRED and READ_ONLY: what the place's own expressions came to. */
  readonly flags: Readonly<Record<string, number>>;
  readonly repeats: Readonly<Record<string, readonly SavedFrame[]>>;
}

export const IRRELEVANT = 1;
export const REQUIRED = 2;
export const READ_ONLY = 4;

export interface SavedCursor {
  readonly at: 'node' | 'repeat' | 'end';
  readonly path: string;
}

export interface SavedRefusedInput {
  readonly path: string;
  readonly value: Json;
  readonly reason: 'constraint' | 'required' | 'type';
  readonly problem?: AnswerProblem;
}
