import type { CharacterTest, Pattern, Position } from './pattern.ts';
import { PatternFailure } from './pattern.ts';

/** One state of the automaton. `next` and `other` are numbers of states. */
export type Instruction =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'fork'; next: number; other: number }
  | { readonly kind: 'position'; readonly at: Position }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negated: boolean; readonly program: Program }
  | { readonly kind: 'accept' };

/** Instructions follow each other unless they are forks. */
export type Program = readonly Instruction[];

const MAX_INSTRUCTIONS = 20_000;

/** Turns a pattern into an automaton (Thompson's construction); counted repeats are written out. */
export function compileProgram(pattern: Pattern): Program {
  const program: Instruction[] = [];
  emit(pattern, program);
  program.push({ kind: 'accept' });
  return program;
}

function emit(pattern: Pattern, program: Instruction[]): void {
  if (program.length > MAX_INSTRUCTIONS) {
    throw new PatternFailure(
      'The regular expression can not be used: its repeat counts multiply to too much.',
    );
  }
  switch (pattern.kind) {
    case 'character':
    case 'position':
      program.push(pattern);
      return;
    case 'sequence':
      for (const part of pattern.parts) emit(part, program);
      return;
    case 'choice':
      emitChoice(pattern.options, program);
      return;
    case 'repeat':
      emitRepeat(pattern.part, pattern.min, pattern.max, program);
      return;
    case 'look':
      program.push({ ...pattern, program: compileProgram(pattern.part) });
  }
}

const fork = (next: number, other: number): Extract<Instruction, { kind: 'fork' }> => ({
  kind: 'fork',
  next,
  other,
});

function emitChoice(options: readonly Pattern[], program: Instruction[]): void {
  const ends: { next: number; other: number }[] = [];
  options.forEach((option, index) => {
    const start = fork(program.length + 1, program.length + 1);
    program.push(start);
    emit(option, program);
    const end = fork(0, 0);
    program.push(end);
    ends.push(end);
    if (index + 1 < options.length) start.other = program.length;
  });
  for (const end of ends) end.next = end.other = program.length;
}

function emitRepeat(part: Pattern, min: number, max: number, program: Instruction[]): void {
  for (let count = 0; count < min; count += 1) emit(part, program);
  if (max === Number.POSITIVE_INFINITY) {
    const loop = fork(program.length + 1, 0);
    const start = program.length;
    program.push(loop);
    emit(part, program);
    program.push(fork(start, start));
    loop.other = program.length;
    return;
  }
  const exits: { other: number }[] = [];
  for (let count = min; count < max; count += 1) {
    const exit = fork(program.length + 1, 0);
    program.push(exit);
    exits.push(exit);
    emit(part, program);
  }
  for (const exit of exits) exit.other = program.length;
}
