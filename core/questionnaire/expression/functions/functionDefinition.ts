import type { Compiler } from '../evaluation/compiler.ts';
import type { Term } from '../evaluation/term.ts';
import type { FunctionCall } from '../syntax/expression.ts';

/** One function of the language: how it is called and what closures its arguments make. */
export interface FunctionDefinition {
  readonly name: string;
  readonly min: number;
  /** Infinity where arguments repeat. */
  readonly max: number;
  /** Further rule on the number of arguments, e.g. pairs. */
  readonly accepts?: (count: number) => boolean;
  /** Gives something else at each evaluation, so nothing may be kept of it. `always`, or only without its last, optional argument. */
  readonly volatile?: 'always' | 'shortest';
  /** Depends on which repeat instances there are. */
  readonly positional?: true;
  /** Its arguments are not compiled beforehand, as not all of them mean what they mean elsewhere. */
  readonly compilesArguments?: true;
  build(args: readonly Term[], call: FunctionCall, compiler: Compiler): Term;
}

type Traits = Pick<FunctionDefinition, 'volatile' | 'positional'>;

export const nullary = (name: string, build: () => Term, traits: Traits = {}): FunctionDefinition => ({
  name,
  min: 0,
  max: 0,
  build,
  ...traits,
});

export const unary = (
  name: string,
  build: (argument: Term) => Term,
  traits: Traits = {},
): FunctionDefinition => ({
  name,
  min: 1,
  max: 1,
  build: ([argument]) => build(present(argument)),
  ...traits,
});

export const binary = (name: string, build: (first: Term, second: Term) => Term): FunctionDefinition => ({
  name,
  min: 2,
  max: 2,
  build: ([first, second]) => build(present(first), present(second)),
});

export const ternary = (
  name: string,
  build: (first: Term, second: Term, third: Term) => Term,
): FunctionDefinition => ({
  name,
  min: 3,
  max: 3,
  build: ([first, second, third]) => build(present(first), present(second), present(third)),
});

export const variadic = (
  name: string,
  [min, max]: readonly [number, number],
  build: FunctionDefinition['build'],
  traits: Traits = {},
): FunctionDefinition => ({ name, min, max, build, ...traits });

/** Arguments are counted before a definition is asked to build. */
export function present(argument: Term | undefined): Term {
  if (argument === undefined) throw new Error('arguments are counted before a function is built');
  return argument;
}
