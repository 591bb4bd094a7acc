import type { Scope } from '../compile/place.ts';
import type { InterviewNode } from './interviewNode.ts';

/** One instance of a scope: the whole response, or one instance of a repeat. */
export interface Frame {
  readonly scope: Scope;
  readonly parent: Frame | null;
  /** 0-based position among its siblings. */
  index: number;
  /** By slot. */
  readonly nodes: InterviewNode[];
  /** Instances by `Place.scope.index` of the repeats directly inside. */
  readonly repeats: Frame[][];
  /** 1 for each cell, by `Cell.local`, that waits on the agenda. */
  readonly waiting: Uint8Array;
  removed: boolean;
}
