import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Expression, Operator } from './expression.ts';
import { LEVELS } from './operators.ts';
import { parseExpression } from './parseExpression.ts';
import { printExpression } from './printExpression.ts';

const names = fc.constantFrom('a', 'b-c', 'or', 'div', 'x.y', 'jr:z');

/** Trees as the parser makes them: positions aside, printing and parsing must give the same tree again. */
const expressions: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.nat(1e6).map((value) => ({ kind: 'number' as const, value: value / 8, at: 0 })),
    fc.stringMatching(/^[ -&(-~]{0,6}$/).map((value) => ({ kind: 'string' as const, value, at: 0 })),
    fc
      .record({ name: names, lastSaved: fc.boolean() })
      .map((each) => ({ kind: 'reference' as const, ...each, at: 0 })),
    tie('tree').map((operand) => ({ kind: 'negate' as const, operand, at: 0 })),
    fc
      .record({ name: fc.constantFrom('concat', 'jr:itext'), args: fc.array(tie('tree'), { maxLength: 3 }) })
      .map((each) => ({ kind: 'call' as const, ...each, at: 0 })),
    fc
      .record({ test: names, predicates: fc.array(tie('tree'), { maxLength: 2 }), absolute: fc.boolean() })
      .map(({ test, predicates, absolute }) => ({
        kind: 'path' as const,
        start: absolute ? ('root' as const) : ('context' as const),
        steps: [{ axis: 'child' as const, test, predicates, at: 0 }],
        at: 0,
      })),
    fc
      .record({
        level: fc.constantFrom(...LEVELS),
        operands: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
        picks: fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }),
      })
      .map(({ level, operands, picks }) => ({
        kind: 'chain' as const,
        operands,
        operators: operands
          .slice(1)
          .map((_, index): Operator => level[(picks[index] ?? 0) % level.length] ?? 'or'),
        at: 0,
      })),
  ),
})).tree;

it('prints every tree as text that parses to the same tree', () => {
  fc.assert(
    fc.property(expressions, (expression) => {
      const text = printExpression(expression);
      const parsed = parseExpression(text);
      expect(parsed.ok, text).toBe(true);
      if (parsed.ok) expect(plain(parsed.value)).toEqual(plain(expression));
    }),
  );
});

const plain = (expression: Expression): unknown =>
  JSON.parse(JSON.stringify(expression, (key, value: unknown) => (key === 'at' ? undefined : value)));
