import { SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateText, isBuiltInDate, isDateFormat, numberText } from './numberFormat.ts';

const other = SSF as {
  readonly format: (format: string, value: number, options?: { readonly date1904: boolean }) => string;
  readonly is_date: (format: string) => boolean;
  readonly get_table: () => Readonly<Record<string, string>>;
};

it('says dates as another reader of spreadsheets does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 61, max: 2_958_464 }),
      fc.integer({ min: 0, max: 86_399 }),
      (day, second) => {
        const serial = day + second / 86_400;
        const wanted = other.format(second === 0 ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss', serial);
        expect(dateText(serial, false)).toBe(wanted);
      },
    ),
  );
});

it('knows the days before March 1900, the dates of old Macs, times of day and parts of seconds', () => {
  expect(dateText(1, false)).toBe('1900-01-01');
  expect(dateText(59, false)).toBe('1900-02-28');
  expect(dateText(61, false)).toBe('1900-03-01');
  expect(dateText(0, true)).toBe('00:00:00');
  expect(dateText(44_885, true)).toBe('2026-11-21');
  expect(dateText(0.5, false)).toBe('12:00:00');
  expect(dateText(46_347.75, false)).toBe('2026-11-21 18:00:00');
  expect(dateText(44_662 + 59_188.971 / 86_400, false)).toBe('2022-04-11 16:26:28.971000');
  expect(dateText(1e12, false)).toBe('1000000000000');
});

it.each([
  ['yyyy-mm-dd', true],
  ['[$-409]d\\-mmm\\-yy;@', true],
  ['[h]:mm', true],
  ['h:mm AM/PM', true],
  ['General', false],
  ['0.00E+00', false],
  ['#,##0.00\\ "days"', false],
  ['[Red]0;[Blue]-0', false],
  ['@', false],
  ['_-* #,##0.00\\ [$kr-425]_-', false],
])('knows whether %s shows a date', (format, wanted) => {
  expect(isDateFormat(format)).toBe(wanted);
});

it('knows the formats that spreadsheets have by themselves', () => {
  const table = other.get_table();
  for (const [number, format] of Object.entries(table))
    if (Number(number) < 50)
      expect([number, isBuiltInDate(Number(number))]).toEqual([number, other.is_date(format)]);
});

it('writes numbers as people type them', () => {
  expect([1, 0.1 + 0.2, 1e15, -0.5, 1e300].map(numberText)).toEqual([
    '1',
    '0.3',
    '1000000000000000',
    '-0.5',
    '1e+300',
  ]);
});
