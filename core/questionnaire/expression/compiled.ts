import type { EvaluationContext } from './context.ts';
import type { DataNode } from './dataNode.ts';
import type { Value, ValueType } from './value.ts';

/** An expression as closures. All throw EvaluationFailure when there is no answer; nothing else. */
export interface Compiled {
  /** What it comes to whatever the data: `any` when the branches of an if() differ. */
  readonly type: ValueType;
  string(context: EvaluationContext): string;
  number(context: EvaluationContext): number;
  boolean(context: EvaluationContext): boolean;
  /** Fails when the expression does not give a node-set. */
  nodes(context: EvaluationContext): readonly DataNode[];
  value(context: EvaluationContext): Value;
}
