import type { Result } from '../../kernel/index.ts';
import type { Binding } from './binding.ts';
import type { EvaluationContext } from './context.ts';
import type { DataNode } from './dataNode.ts';
import type { ExpressionProblem } from './problem.ts';
import type { Expression } from './syntax/expression.ts';
import type { Value } from './value.ts';

/** An expression as closures. All throw EvaluationFailure when there is no answer; nothing else. */
export interface Compiled {
  /** What it comes to whatever the data: `any` when the branches of an if() differ. */
  readonly type: 'string' | 'number' | 'boolean' | 'date' | 'nodes' | 'any';
  string(context: EvaluationContext): string;
  number(context: EvaluationContext): number;
  boolean(context: EvaluationContext): boolean;
  /** Fails when the expression does not give a node-set. */
  nodes(context: EvaluationContext): readonly DataNode[];
  value(context: EvaluationContext): Value;
}

/** Refuses unknown functions, wrong numbers of arguments and what ODK XForms has not, with the place and how to mend it. */
export function compileExpression(_expression: Expression, _binding: Binding = {}): Result<Compiled, ExpressionProblem> {
  throw new Error('not built yet');
}
