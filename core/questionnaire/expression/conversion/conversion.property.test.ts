import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAt } from '../dates/dateValue.ts';
import { numberToText } from './numberToText.ts';
import { toNumber } from './toNumber.ts';

describe('numbers and texts', () => {
  it('come back from text as they were, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = numberToText(number);
        expect(text).not.toContain('e');
        expect(toNumber(text)).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  it('moments come back from text in any zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Riga',
      'America/Phoenix',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    );
    const moments = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2099, 0) });
    fc.assert(
      fc.property(zones, moments, (zone, ms) => {
        const { text, days } = dateAt(ms, zone, 'dateTime');
        expect(toNumber(text, zone)).toBeCloseTo(days, 8);
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
      }),
    );
  });
});
