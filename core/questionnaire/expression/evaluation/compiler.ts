import type { Binding } from '../binding.ts';
import type { Reach } from '../reach.ts';
import type { Expression } from '../syntax/expression.ts';
import type { Term } from './term.ts';

/** What the parts of the compiler ask of each other; handed around so that their files form no ring. */
export interface Compiler {
  readonly binding: Binding;
  /** Inside a predicate, `.` is the row and not the question, so relative paths can not be bound. */
  readonly inPredicate: boolean;
  /** `all` inside indexed-repeat(), which itself picks the instance. */
  readonly reach: Reach;
  compile(expression: Expression): Term;
  forPredicate(): Compiler;
  /** For what is asked in every instance of a repeat, with `context.node` inside it. */
  forEachInstance(): Compiler;
  reaching(reach: Reach): Compiler;
}
