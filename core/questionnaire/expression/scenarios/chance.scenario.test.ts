import { describe, expect, it } from 'vitest';
import { evaluated } from '../rehearsal/rehearse.ts';

const tree = { data: { item: ['a', 'b', 'c', 'd', 'e', 'f'], none: '' } };

describe('chance', () => {
  it('draws from the source that was handed in', () => {
    expect(evaluated('random()', { random: () => 0.25 })).toBe(0.25);
    expect(evaluated('uuid()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(evaluated('uuid(7)')).toHaveLength(7);
    expect(evaluated('uuid(-1)')).toBe('');
  });

  it('gives the order that other ODK clients give for a seed', () => {
    expect(evaluated('randomize(/data/item, 42)', { tree })).toEqual(['a', 'f', 'c', 'b', 'd', 'e']);
    expect(evaluated("randomize(/data/item, '42.9')", { tree })).toEqual(
      evaluated('randomize(/data/item, 42)', { tree }),
    );
    expect(evaluated('randomize(/data/item, /data/none)', { tree })).toEqual(
      evaluated('randomize(/data/item, 0)', { tree }),
    );
    const letters = { data: { item: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], seed: 'foo' } };
    expect(evaluated("join('', randomize(/data/item, 1234))", { tree: letters })).toBe('gfedahbc');
    expect(evaluated("join('', randomize(/data/item, /data/seed))", { tree: letters })).toBe('eadbhgcf');
  });

  it('needs questions to shuffle', () => {
    expect(evaluated("randomize('a b c')", { tree })).toHaveProperty('failure');
  });
});
