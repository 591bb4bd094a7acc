export { parseExpression } from './syntax/parseExpression.ts';
export { printExpression } from './syntax/printExpression.ts';
export type {
  Axis,
  Expression,
  FunctionCall,
  NameReference,
  Negation,
  NumberLiteral,
  Operator,
  OperatorChain,
  PathExpression,
  PathStart,
  Step,
  StringLiteral,
} from './syntax/expression.ts';
export { checkCalls, referencesOf } from './references.ts';
export type { CallUse, References } from './references.ts';
export { compileExpression } from './compileExpression.ts';
export type { Compiled } from './compileExpression.ts';
export { attempt } from './attempt.ts';
export { EvaluationFailure } from './problem.ts';
export type { ExpressionProblem } from './problem.ts';
export { aim, contextAt } from './context.ts';
export type { Environment, EvaluationContext } from './context.ts';
export type { Accessor, BindablePath, Binding } from './binding.ts';
export type { DataNode } from './dataNode.ts';
export type { Value } from './value.ts';
export type { DateValue } from './dates/dateValue.ts';
