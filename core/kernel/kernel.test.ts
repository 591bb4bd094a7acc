import { describe, expect, it } from 'vitest';
import { canonicalJson, isUuid, makeUuidV7 } from './index.ts';

const ones = { bytes: (count: number) => new Uint8Array(count).fill(0xff) };

describe('makeUuidV7', () => {
  it('puts version 7, the variant and the milliseconds where RFC 9562 wants them', () => {
    const id = makeUuidV7(0x017f22e279b0, ones);
    expect(id).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff');
    expect(isUuid(id)).toBe(true);
  });

  it('bears a clock that is decades off', () => {
    expect(isUuid(makeUuidV7(-5, ones))).toBe(true);
    expect(isUuid(makeUuidV7(Number.MAX_SAFE_INTEGER, ones))).toBe(true);
  });
});

describe('canonicalJson', () => {
  it('sorts keys by code unit, leaves out undefined and white space', () => {
    expect(canonicalJson({ b: [1, { z: null, y: 'ā' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"y":"ā","z":null}]}',
    );
  });

  it('prints numbers as RFC 8785 does', () => {
    expect(canonicalJson([1e21, 1e-7, -0, 100])).toBe('[1e+21,1e-7,0,100]');
  });

  it('writes a lone surrogate as an escape, so that the text survives UTF-8', () => {
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('not a JSON number');
  });
});
