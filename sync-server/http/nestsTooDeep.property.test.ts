import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nestsTooDeep } from './nestsTooDeep.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value as Readonly<Record<string, unknown>>).map(depthOf))
    : 0;
const inside = (levels: number, text: string): string => '['.repeat(levels) + text + ']'.repeat(levels);

it('agrees with the depth of any JSON, whatever its strings say', () => {
  const loud = fc.string({ unit: fc.constantFrom('[', '{', '"', '\\', 'a', 'ļ') });
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, loud, fc.array(tie('any')), fc.dictionary(loud, tie('any'))),
  })).any;
  fc.assert(
    fc.property(value, fc.integer({ min: 195, max: 201 }), (any, around) => {
      const json = inside(around, JSON.stringify(any));
      const isTooDeep = around + depthOf(any) > 200;
      expect([nestsTooDeep(json), nestsTooDeep(Buffer.from(json, 'utf8'))]).toEqual([isTooDeep, isTooDeep]);
    }),
  );
});
