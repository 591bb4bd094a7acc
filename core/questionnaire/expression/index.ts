export { parseExpression } from './syntax/parseExpression.ts';
export { printExpression } from './syntax/printExpression.ts';
export { namesInText } from './syntax/namesInText.ts';
export type { NameInText } from './syntax/namesInText.ts';
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
export { checkCalls } from './checkCalls.ts';
export { referencesOf } from './references.ts';
export type { CallUse, References } from './references.ts';
export { compileExpression } from './compileExpression.ts';
export type { Compiled } from './compiled.ts';
export { attempt } from './attempt.ts';
export { EvaluationFailure } from './problem.ts';
export type { ExpressionProblem } from './problem.ts';
export { aim, contextAt } from './context.ts';
export type { Environment, EvaluationContext } from './context.ts';
export type { Accessor, BindablePath, Binding } from './binding.ts';
export type { DataNode } from './dataNode.ts';
export type { Reach } from './reach.ts';
export type { Value, ValueType } from './value.ts';
export { numberToText } from './conversion/numberToText.ts';
export { splitList } from './conversion/splitList.ts';
export { toNumber } from './conversion/toNumber.ts';
export { isTimeZone } from './dates/timeZone.ts';
export { dateAt } from './dates/dateValue.ts';
export type { DateValue } from './dates/dateValue.ts';
export { seededRandom, shuffled } from './functions/shuffle.ts';
