import { describe, expect, it } from 'vitest';
import { makeFormats } from './formats.ts';

const formats = (language: string) => makeFormats(language, 'Europe/Riga', 'just now');
const LANGUAGES = ['en', 'ru', 'lv', 'de'];
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const inEach = (say: (each: ReturnType<typeof formats>) => string): string[] =>
  LANGUAGES.map((language) => plain(say(formats(language))));

/** 21 November 2026, 14:05 in Riga. */
const NOW = Date.UTC(2026, 10, 21, 12, 5);
const MINUTE = 60_000;

describe('numbers in each language', () => {
  it('writes counts, shares and intervals as the language does', () => {
    expect(inEach(({ count }) => count(1986))).toEqual(['1,986', '1 986', '1986', '1.986']);
    expect(inEach(({ precise }) => precise(75.44))).toEqual(['75.4%', '75,4 %', '75,4%', '75,4 %']);
    expect(inEach(({ interval }) => interval(73.333, 88.3))).toEqual([
      '73.3–88.3%',
      '73,3–88,3 %',
      '73,3–88,3%',
      '73,3–88,3 %',
    ]);
  });

  it('does not round somebody away', () => {
    const { share } = formats('en');
    expect([0, 0.2, 0.5, 49.6, 100].map(share)).toEqual(['0%', '<1%', '1%', '50%', '100%']);
  });
});

describe('moments in each language', () => {
  it('writes day and clock of the touchpoint, by 24 hours', () => {
    expect(inEach(({ day }) => day(NOW))).toEqual([
      'Saturday 21 November',
      'суббота, 21 ноября',
      'sestdiena, 21. novembris',
      'Samstag, 21. November',
    ]);
    expect(inEach(({ clock }) => clock(NOW))).toEqual(['14:05', '14:05', '14:05', '14:05']);
    expect(formats('en').clock(Date.UTC(2026, 10, 20, 22))).toBe('00:00');
    expect(formats('en').zone(NOW)).toBe('Europe/Riga, GMT+2');
  });

  it('says how long ago in the largest whole unit, and never in the future', () => {
    const { ago } = formats('en');
    const passed = [-5, 0, 0.9, 1, 59, 60, 60 * 23, 60 * 24, 60 * 50];
    expect(passed.map((minutes) => ago(NOW - minutes * MINUTE, NOW))).toEqual([
      'just now',
      'just now',
      'just now',
      '1 min ago',
      '59 min ago',
      '1 hr ago',
      '23 hr ago',
      '1 day ago',
      '2 days ago',
    ]);
    expect(inEach((each) => each.ago(NOW - 5 * MINUTE, NOW))).toEqual([
      '5 min ago',
      '5 мин. назад',
      'pirms 5 min.',
      'vor 5 Min.',
    ]);
  });

  it('says a stretch of time', () => {
    expect(inEach(({ duration }) => duration(190 * MINUTE))).toEqual(['3 hrs', '3 ч', '3 st.', '3 Std.']);
    expect(formats('en').duration(0)).toBe('1 min');
    expect(formats('en').duration(60 * 24 * 3 * MINUTE)).toBe('3 days');
  });
});

describe('the names of languages', () => {
  it('are in the language of the interface; what is no language is shown as it came', () => {
    expect(inEach(({ languageName }) => languageName('lv'))).toEqual([
      'Latvian',
      'латышский',
      'latviešu',
      'Lettisch',
    ]);
    expect(formats('en').languageName('?!')).toBe('?!');
    expect(formats('en').languageName('')).toBe('');
  });
});
