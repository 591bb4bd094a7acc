import { describe, expect, it } from 'vitest';
import { questionTypeOf } from '../index.ts';

const value = (number: unknown) => ({ ok: true, value: number });
const malformed = { ok: false, error: { code: 'malformed' } };

describe('integer', () => {
  const { decode, encode } = questionTypeOf('integer');

  it('reads whole numbers', () => {
    expect(decode('42')).toEqual(value(42));
    expect(decode(' -7 ')).toEqual(value(-7));
    expect(decode('+3')).toEqual(value(3));
    expect(decode('0012')).toEqual(value(12));
    expect(decode(9)).toEqual(value(9));
  });

  it.each(['1.5', '1e3', '0x10', 'twelve', '9007199254740993', '--1', '1 2'])('refuses %s', (text) => {
    expect(decode(text)).toEqual(malformed);
  });

  it.each([1.5, Number.NaN, Infinity, true, [1]])('refuses %s', (raw) => {
    expect(decode(raw)).toEqual(malformed);
  });

  it('knows no negative nothing', () => {
    expect(decode('-0')).toEqual(value(0));
    expect(encode(-0)).toBe('0');
  });

  it('takes white space alone for blank', () => {
    expect(decode('   ')).toEqual(value(null));
  });
});

describe('decimal', () => {
  const { decode, encode } = questionTypeOf('decimal');

  it('reads what people and programs write', () => {
    expect(decode('3.14')).toEqual(value(3.14));
    expect(decode('.5')).toEqual(value(0.5));
    expect(decode('2.')).toEqual(value(2));
    expect(decode('1E3')).toEqual(value(1000));
  });

  it.each(['1,5', '1.2.3', '0x1f', 'NaN', 'Infinity', '1e999'])('refuses %s', (text) => {
    expect(decode(text)).toEqual(malformed);
  });

  it('writes numbers without exponents, as XPath does', () => {
    expect(encode(1e21)).toBe('1000000000000000000000');
    expect(encode(1.5e-7)).toBe('0.00000015');
    expect(encode(-1e-7)).toBe('-0.0000001');
    expect(encode(0.1)).toBe('0.1');
  });
});

describe('range', () => {
  const range = questionTypeOf('range');
  const check = (number: number, parameters: Record<string, string> = {}) =>
    range.validate(number, { name: 'q', parameters }, []);

  it('goes from 1 to 10 in steps of 1 as a rule', () => {
    expect(check(1)).toEqual([]);
    expect(check(10)).toEqual([]);
    expect(check(0)).toEqual([{ code: 'tooLow', limit: 1 }]);
    expect(check(11)).toEqual([{ code: 'tooHigh', limit: 10 }]);
    expect(check(1.5)).toEqual([{ code: 'offStep', limit: 1 }]);
  });

  it('counts steps from its start, also backwards and in decimals', () => {
    expect(check(0.3, { start: '0', end: '1', step: '0.1' })).toEqual([]);
    expect(check(0.35, { start: '0', end: '1', step: '0.1' })).toEqual([{ code: 'offStep', limit: 0.1 }]);
    expect(check(7, { start: '10', end: '1', step: '3' })).toEqual([]);
    expect(check(6, { start: '10', end: '1', step: '3' })).toEqual([{ code: 'offStep', limit: 3 }]);
  });

  it('is an integer in XForms, or a decimal once a parameter has decimals', () => {
    expect(range.xform({ name: 'q' }).bind).toBe('int');
    expect(range.xform({ name: 'q', parameters: { step: '0.5' } }).bind).toBe('decimal');
  });
});

describe('slider', () => {
  const slider = questionTypeOf('slider');

  it('goes from 0 to 100 as a rule', () => {
    expect(slider.validate(0, { name: 'q' }, [])).toEqual([]);
    expect(slider.validate(101, { name: 'q' }, [])).toEqual([{ code: 'tooHigh', limit: 100 }]);
  });

  it('is exported as a number', () => {
    expect(slider.flatColumns({ name: 'q' }, [])).toEqual([{ suffix: '', kind: 'number' }]);
    expect(slider.flatCells(55, { name: 'q' }, [])).toEqual([55]);
  });
});
