import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatMoment, momentIn } from './formats.ts';

/** ICU sets figures and words apart by spaces of several kinds. */
const plain = (text: string): string => text.replace(/\s/g, ' ');
const LANGUAGES = ['en', 'ru', 'lv', 'de'];

describe('on the device page', () => {
  it('a moment is written as in its language, and never as in America', () => {
    const moment = new Date(2026, 10, 3, 15, 4, 5).getTime();
    const written = LANGUAGES.map((language) => plain(formatMoment(moment, language)));
    expect(written[0]).toBe('3 Nov 2026, 15:04:05');
    expect(written[1]).toMatch(/^3 нояб\. 2026 г\., 15:04:05$/);
    expect(written[2]).toMatch(/2026.*15:04:05$/);
    expect(written[3]).toBe('03.11.2026, 15:04:05');
  });

  it.each([
    ['behind by a year', 365 * 86_400_000, '3 Nov 2027, 15:04:05'],
    ['ahead by a minute', -60_000, '3 Nov 2026, 15:03:05'],
    ['right but for a second', 1_000, '3 Nov 2026, 15:04:05'],
    ['not known to be wrong', null, '3 Nov 2026, 15:04:05'],
  ])('a moment of a clock that is %s is the one that it was', (_, offset, said) => {
    const moment = new Date(2026, 10, 3, 15, 4, 5).getTime();
    expect(plain(momentIn('en', offset)(moment))).toBe(said);
  });

  it('bytes have a plural, and more of them a larger unit', () => {
    const write = (bytes: number) => LANGUAGES.map((language) => plain(formatBytes(bytes, language)));
    expect(write(1)).toEqual(['1 byte', '1 байт', '1 baits', '1 Byte']);
    expect(write(722)).toEqual(['722 bytes', '722 байта', '722 baiti', '722 Byte']);
    expect(write(1_500)).toEqual(['1.5 kB', '1,5 кБ', '1,5 kB', '1,5 kB']);
  });

  it.each([
    [119_000, '119 seconds'],
    [120_000, '2 minutes'],
    [7_199_000, '120 minutes'],
    [47 * 3_600_000, '47 hours'],
    [48 * 3_600_000, '2 days'],
    [700 * 86_400_000, '700 days'],
    [87_600 * 3_600_000, '10 years'],
  ])('%d ms of a clock are said as %s', (milliseconds, words) => {
    expect(formatDuration(milliseconds, 'en')).toBe(words);
  });
});
