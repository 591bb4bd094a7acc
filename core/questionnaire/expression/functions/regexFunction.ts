import type { EvaluationContext } from '../context.ts';
import { booleanTerm } from '../evaluation/scalarTerms.ts';
import { EvaluationFailure } from '../problem.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary } from './functionDefinition.ts';
import { matches } from './regex/matches.ts';
import { parsePattern } from './regex/parsePattern.ts';
import { PatternFailure } from './regex/pattern.ts';
import type { Program } from './regex/program.ts';
import { compileProgram } from './regex/program.ts';

/**
 * regex(text, pattern), by our own automaton: the engine's own backtracks, and a pattern such as (a+)+$ would hang a terminal.
 * The specification tests whether the pattern occurs; Collect wants the whole text to match.
 */
export const REGEX: FunctionDefinition = binary('regex', (text, pattern) => {
  const { constant } = pattern;
  const program = typeof constant === 'string' ? compilePattern(constant) : undefined;
  return booleanTerm((context) => {
    const compiled = program ?? compilePattern(pattern.string(context));
    return test(compiled, text.string(context), context);
  });
});

/** What is wrong with a pattern, for static checks. */
export function patternProblem(pattern: string): string | undefined {
  const compiled = compilePattern(pattern);
  return typeof compiled === 'string' ? compiled : undefined;
}

function test(compiled: Program | string, text: string, context: EvaluationContext): boolean {
  if (typeof compiled === 'string') throw new EvaluationFailure(compiled);
  try {
    return matches(compiled, text, context.environment.collect !== true);
  } catch (failure) {
    if (failure instanceof PatternFailure) throw new EvaluationFailure(failure.message);
    throw failure;
  }
}

const KEEP = 64;
const known = new Map<string, Program | string>();

/** The program, or what is wrong with the pattern; kept, as a computed pattern is usually the same again. */
function compilePattern(pattern: string): Program | string {
  const kept = known.get(pattern);
  if (kept !== undefined) return kept;
  if (known.size >= KEEP) known.clear();
  const compiled = tryCompile(pattern);
  known.set(pattern, compiled);
  return compiled;
}

function tryCompile(pattern: string): Program | string {
  try {
    return compileProgram(parsePattern(pattern));
  } catch (failure) {
    if (failure instanceof PatternFailure) return failure.message;
    throw failure;
  }
}
