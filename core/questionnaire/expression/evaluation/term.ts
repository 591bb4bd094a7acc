import type { Accessor } from '../binding.ts';
import type { Compiled } from '../compiled.ts';
import type { EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';

/** A compiled part of an expression, with what the surrounding parts want to know to compile themselves well. */
export interface Term extends Compiled {
  /** Literals; lets patterns be compiled and comparisons specialised ahead of evaluation. */
  readonly constant?: string | number | boolean | undefined;
  /** Only node-sets: the nodes before irrelevant ones are left out; comparisons need to tell "no node" from "irrelevant". */
  readonly members?: (context: EvaluationContext) => readonly DataNode[];
  /** Only node-sets that the host bound. */
  readonly accessor?: Accessor;
}

export type Evaluate<T> = (context: EvaluationContext) => T;
