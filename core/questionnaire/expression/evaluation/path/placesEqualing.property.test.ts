import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluated } from '../../rehearsal/rehearse.ts';

const cells = fc.constantFrom('a', 'b', '1', '1.0', '01', '2', '', '2026-11-21', 'true');
const values = fc.constantFrom(
  "'a'",
  "'1'",
  '1',
  '2 - 1',
  '/data/q',
  '/data/rep',
  "date('2026-11-21')",
  'true()',
  "''",
);

it('finds by index what comparing every row finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: cells, y: cells }), { maxLength: 8 }),
      cells,
      values,
      values,
      (item, q, one, other) => {
        const rehearsal = {
          tree: { data: { q, rep: ['a', q] } },
          lists: { l: { root: { item: item.map((row, index) => ({ ...row, id: String(index) })) } } },
        };
        const both = (indexed: string, scanned: string): void => {
          expect(evaluated(`instance('l')/root/item[${indexed}]/id`, rehearsal)).toEqual(
            evaluated(`instance('l')/root/item[${scanned}]/id`, rehearsal),
          );
        };
        // not(not()) hides the comparison from the index.
        both(`x = ${one}`, `not(not(x = ${one}))`);
        both(`x = ${one} and y = ${other}`, `not(not(x = ${one} and y = ${other}))`);
        both(`x = ${one} or y = ${other}`, `not(not(x = ${one} or y = ${other}))`);
      },
    ),
  );
});
