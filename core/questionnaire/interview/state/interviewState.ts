import type { DataNode, EvaluationContext } from '../../expression/index.ts';
import type { AnswerProblem } from '../../questionTypes/index.ts';
import type { Cell, Place } from '../compile/place.ts';
import type { AttachedLists, DeviceFacts } from '../circumstances.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { Agenda } from './agenda.ts';
import type { Chance } from './chance.ts';
import type { Frame } from './interviewNode.ts';
import type { InterviewNode } from './interviewNode.ts';

/** What stands on a screen but not in the data, as it was refused. */
export interface RefusedInput {
  readonly value: unknown;
  readonly reason: 'constraint' | 'required' | 'type';
  readonly problem?: AnswerProblem;
}

/** The screen shown: a question or field-list, the end of a repeat's instances, or the end of the interview. */
export type Cursor =
  | { readonly at: 'node'; readonly node: InterviewNode }
  | { readonly at: 'repeat'; readonly place: Place; readonly frame: Frame }
  | { readonly at: 'end' };

/** The inside of a running interview, kept in place. Nothing outside this room reads it. */
export interface InterviewState {
  readonly questionnaire: Questionnaire;
  readonly document: DataNode;
  readonly root: Frame;
  readonly context: EvaluationContext;
  readonly agenda: Agenda;
  readonly chance: Chance;
  /** Random orders without a seed of their own follow from it. */
  readonly orderSeed: number;
  readonly timeZone: string;
  readonly device: DeviceFacts;
  readonly lists: AttachedLists;
  readonly lastSaved: ReadonlyMap<string, string>;
  /** The instanceID of the submission that this one takes the place of. */
  deprecatedId: string | null;
  language: string;
  now: number;
  cursor: Cursor;
  finished: boolean;
  revision: number;
  readonly refusedInputs: Map<InterviewNode, RefusedInput>;
  /** Reasons given for keeping an answer against its warning. */
  readonly reasons: Map<InterviewNode, string>;
  /** What could not be evaluated, by path and column. */
  readonly failures: Map<string, string>;
  /** Of the present event: nodes with bits in `touched`, instances come and gone, counts and triggers that wait. */
  readonly touched: InterviewNode[];
  readonly structure: { readonly path: string; readonly what: 'added' | 'removed' }[];
  readonly waitingCounts: { readonly cell: Cell; readonly frame: Frame }[];
  readonly firedTriggers: InterviewNode[];
  /** Of all frames. */
  nodeCount: number;
  /** A repeat that wants more instances than are allowed. */
  overflow: { readonly path: string; readonly count: number } | null;
  /** Takes back, last first, which instances the present event added and removed. */
  readonly undo: (() => void)[];
  /** What the expressions of the present event have looked at, see `limits.steps`. */
  spent: number;
}
