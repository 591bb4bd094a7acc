import type { BindablePath } from './binding.ts';
import type { ExpressionProblem } from './problem.ts';
import type { Expression } from './syntax/expression.ts';

export interface CallUse {
  readonly name: string;
  readonly argumentCount: number;
  readonly at: number;
}

/** Everything an expression touches, for static checks and the dependency graph. Each use is listed, in order of appearance. */
export interface References {
  /** `${name}` anywhere, also in the quoted path of jr:choice-name. */
  readonly names: readonly { readonly name: string; readonly lastSaved: boolean; readonly at: number }[];
  /** Paths from the document or from the question itself, cut before the first predicate; predicates' own paths are listed too. */
  readonly paths: readonly (BindablePath & { readonly at: number })[];
  /** instance('id') and pulldata('id', ...); `null` when the id is computed. */
  readonly instances: readonly { readonly id: string | null; readonly at: number }[];
  readonly calls: readonly CallUse[];
  /** Paths relative to a row inside a predicate, by their first step's name: columns of the list. */
  readonly columns: readonly { readonly name: string; readonly at: number }[];
  /** now(), today(), random(), uuid(), or randomize() without a seed. */
  readonly volatile: boolean;
  /** position() or last() or indexed-repeat(): depends on which repeat instances exist. */
  readonly positional: boolean;
  /** `.`: the question's own value (constraints). */
  readonly self: boolean;
}

export function referencesOf(_expression: Expression): References {
  throw new Error('not built yet');
}

/** Unknown functions and wrong numbers of arguments. */
export function checkCalls(_expression: Expression): readonly ExpressionProblem[] {
  throw new Error('not built yet');
}
