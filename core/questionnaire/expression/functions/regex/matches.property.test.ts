import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matches } from './matches.ts';
import { parsePattern } from './parsePattern.ts';
import { compileProgram } from './program.ts';

const patterns: fc.Arbitrary<string> = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\b', '^', '$', 'c'),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '*?'))
      .map(([part, times]) => `(?:${part})${times}`),
    tie('pattern').map((part) => `(?=${part})`),
    tie('pattern').map((part) => `(?!${part})`),
  ),
})).pattern;

it('matches as the regular expressions of the platform do', () => {
  fc.assert(
    fc.property(patterns, fc.stringMatching(/^[abc1 ]{0,8}$/), (pattern, text) => {
      const program = compileProgram(parsePattern(pattern));
      expect(matches(program, text, true)).toBe(new RegExp(pattern, 'u').test(text));
      expect(matches(program, text, false)).toBe(new RegExp(`^(?:${pattern})$`, 'u').test(text));
    }),
    { numRuns: 500 },
  );
});
