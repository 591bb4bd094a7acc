import { isLineEnd, isWord } from './characters.ts';
import type { Position } from './pattern.ts';
import { PatternFailure } from './pattern.ts';
import type { Instruction, Program } from './program.ts';

/** States visited before a match is given up: some tens of milliseconds. */
const MAX_STEPS = 4_000_000;

interface Run {
  readonly text: readonly number[];
  steps: number;
}

/**
 * Whether the program matches somewhere in the text (`anywhere`), or all of it. All states advance together, so time grows with
 * text times pattern and never exponentially; what still takes too long is given up with PatternFailure.
 */
export function matches(program: Program, text: string, anywhere: boolean): boolean {
  const run: Run = { text: Array.from(text, (character) => character.codePointAt(0) ?? 0), steps: 0 };
  const starts = anywhere ? run.text.length : 0;
  return advance(program, run, 0, starts, anywhere ? undefined : run.text.length);
}

/** Starts at each of `from`..`to`; accepts at `end`, or anywhere when that is undefined. */
function advance(program: Program, run: Run, from: number, to: number, end: number | undefined): boolean {
  let states: number[] = [];
  for (let at = from; ; at += 1) {
    const reached = closure(program, at <= to ? [...states, 0] : states, run, at);
    if ((end === undefined || end === at) && reached.accepted) return true;
    if (at >= (end ?? run.text.length) || (reached.states.length === 0 && at >= to)) return false;
    const code = run.text[at] ?? 0;
    states = [];
    for (const state of reached.states) {
      const instruction = program[state];
      if (instruction?.kind === 'character' && instruction.test(code)) states.push(state + 1);
    }
  }
}

/** The character states reachable without reading, and whether the end of the program is. */
function closure(
  program: Program,
  start: readonly number[],
  run: Run,
  at: number,
): { readonly states: readonly number[]; readonly accepted: boolean } {
  const seen = new Set<number>();
  const states: number[] = [];
  const waiting = [...start];
  let accepted = false;
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    run.steps += 1;
    const instruction = program[state];
    if (instruction === undefined) continue;
    if (instruction.kind === 'character') states.push(state);
    else if (instruction.kind === 'accept') accepted = true;
    else if (instruction.kind === 'fork') waiting.push(instruction.other, instruction.next);
    else if (holds(instruction, run, at)) waiting.push(state + 1);
  }
  if (run.steps > MAX_STEPS) {
    throw new PatternFailure('The regular expression takes too long on this text: make it simpler.');
  }
  return { states, accepted };
}

type Assertion = Extract<Instruction, { kind: 'position' | 'look' }>;

function holds(assertion: Assertion, run: Run, at: number): boolean {
  if (assertion.kind === 'position') return isAt(assertion.at, run.text, at);
  const found = assertion.behind
    ? advance(assertion.program, run, 0, at, at)
    : advance(assertion.program, run, at, at, undefined);
  return found !== assertion.negated;
}

function isAt(position: Position, text: readonly number[], at: number): boolean {
  const wordAt = (index: number): boolean => isWord(text[index] ?? 0);
  switch (position) {
    case 'start':
      return at === 0;
    case 'end':
      return at === text.length || (at === text.length - 1 && isLineEnd(text[at] ?? 0));
    case 'boundary':
      return wordAt(at - 1) !== wordAt(at);
    case 'notBoundary':
      return wordAt(at - 1) === wordAt(at);
  }
}
