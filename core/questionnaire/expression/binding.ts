import type { EvaluationContext } from './context.ts';
import type { DataNode } from './dataNode.ts';
import type { Reach } from './reach.ts';
import type { Step } from './syntax/expression.ts';

/**
 * Direct access to what a path or `${name}` means, found once at compile time, instead of walking the tree at each evaluation.
 * Only `nodes` is needed; `text` and `number` are asked when a single value is wanted and must agree with the first node
 * of `nodes` ('' and NaN when there is none or it is irrelevant). `sum` and `count` likewise, over all nodes.
 */
export interface Accessor {
  /** In document order, irrelevant ones left out. The caller does not keep or change the array. */
  nodes(context: EvaluationContext): readonly DataNode[];
  text?(context: EvaluationContext): string;
  number?(context: EvaluationContext): number;
  /** Collect's truth of the first node, see `DataNode.truth`; false when there is none. */
  truth?(context: EvaluationContext): boolean;
  sum?(context: EvaluationContext): number;
  count?(context: EvaluationContext): number;
  /** This value plus those of others that the same host bound, faster than one by one; undefined when it knows no such way. */
  total?(all: readonly Accessor[]): ((context: EvaluationContext) => number) | undefined;
  /** Of the first node, relevant or not: 1-based among its siblings of the same name; 0 when there is none. */
  position?(context: EvaluationContext): number;
  /** For indexed-repeat(), of a repeat: its instance of that position (from 1) beside the asking question, relevant or not. */
  nth?(context: EvaluationContext, position: number): DataNode | undefined;
  /** As seen from another node: in its own instances of the repeats that both stand in. Left out where that makes no difference. */
  nodesFrom?(node: DataNode): readonly DataNode[];
  /** For indexed-repeat(), of a question: its relevant nodes inside that instance. */
  within?(instance: DataNode): readonly DataNode[];
  /** There is exactly one node wherever this is evaluated, relevant or not: comparisons then use `text` and `number` alone. */
  readonly single?: boolean;
}

/** A path without predicates on its steps, from the document (`root`) or from `context.current`. */
export interface BindablePath {
  readonly anchor: 'root' | 'current';
  readonly steps: readonly Step[];
  readonly reach: Reach;
  /** Only the beginning of a path: the next step has predicates. */
  readonly continued?: boolean;
}

/** The host's chance to bind; whatever it leaves undefined is walked generically. */
export interface Binding {
  path?(path: BindablePath): Accessor | undefined;
  reference?(name: string, lastSaved: boolean, reach: Reach): Accessor | undefined;
}
