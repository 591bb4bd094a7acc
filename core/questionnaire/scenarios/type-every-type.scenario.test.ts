import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpecial, questionTypeOf, questionTypes, specialText } from '../index.ts';
import type { AnswerValue, OfferedChoice, QuestionTypeName } from '../index.ts';

const names = Object.keys(questionTypes) as QuestionTypeName[];
const offered: readonly OfferedChoice[] = [{ name: 'a' }, { name: 'b' }, { name: 'none', exclusive: true }];
const question = (type: QuestionTypeName) => ({ name: 'q', type });

const word = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => !/\s/.test(text) && !text.startsWith('~'));
const plainText = fc.string({ minLength: 1 }).filter((text) => !text.startsWith('~'));
const trimmed = plainText.map((text) => text.trim()).filter((text) => text !== '' && !text.startsWith('~'));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
const integer = fc.maxSafeInteger().map((value) => (value === 0 ? 0 : value));
const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc.tuple(
  fc.nat(23),
  fc.nat(59),
  fc.nat(59),
  fc.nat(999),
  fc.constantFrom('', 'Z', '+02:00', '-09:30'),
);
const time = clock.map(([hour, minute, second, thousandth, zone]) => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(hour)}:${two(minute)}:${two(second)}.${String(thousandth).padStart(3, '0')}${zone}`;
});
const positive = fc.double({ min: 0, max: 9000, noNaN: true }).map((value) => value + 0);
const point = fc.record({
  latitude: fc.integer({ min: -90, max: 90 }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
  altitude: number,
  accuracy: positive,
});
const parts = fc.dictionary(
  fc.string({ minLength: 1 }).filter((key) => key !== 'special'),
  fc.string({ minLength: 1 }),
  { minKeys: 1, noNullPrototype: true },
);
const fileName = fc.stringMatching(/^[a-z][a-z0-9 ]{0,20}\.(jpg|m4a|csv)$/);
const dateTime = fc.tuple(day, time).map(([date, hour]) => `${date}T${hour}`);
const list = fc.array(word, { minLength: 1, maxLength: 6 });
const trace = fc.array(point, { minLength: 1, maxLength: 8 });

/** Values of each type; a type that is forgotten here does not compile. */
const values: Readonly<Record<QuestionTypeName, fc.Arbitrary<AnswerValue>>> = {
  text: plainText,
  integer,
  decimal: number,
  range: number,
  date: day,
  time,
  dateTime,
  select_one: trimmed,
  select_multiple: list,
  select_one_from_file: trimmed,
  select_multiple_from_file: list,
  select_one_external: trimmed,
  rank: list,
  note: plainText,
  geopoint: point,
  geotrace: trace,
  geoshape: trace,
  'start-geopoint': point,
  'background-geopoint': point,
  image: fileName,
  audio: fileName,
  'background-audio': fileName,
  video: fileName,
  file: fileName,
  barcode: plainText,
  acknowledge: fc.constant('OK'),
  calculate: plainText,
  hidden: plainText,
  osm: fileName,
  'csv-external': plainText,
  'xml-external': plainText,
  audit: fileName,
  start: dateTime,
  end: dateTime,
  today: day,
  deviceid: plainText,
  username: plainText,
  email: plainText,
  phonenumber: plainText,
  simserial: plainText,
  subscriberid: plainText,
  smiley: integer,
  nps: integer,
  csat: integer,
  ces: integer,
  stars: integer,
  thumbs: fc.constantFrom('up', 'down'),
  slider: number,
  'rating-matrix': parts,
  'importance-satisfaction': parts,
  'semantic-differential': parts,
  'constant-sum': parts,
  'picture-choice': list,
  'email-address': trimmed,
  'phone-number': trimmed,
  'contact-request': parts,
  signature: fileName,
  statement: plainText,
};

describe.each(names)('type %s', (name) => {
  const type = questionTypeOf(name);

  it('is registered under its own name and says what it is for', () => {
    expect(type.name).toBe(name);
    expect(type.about).not.toBe('');
  });

  it('has a blank that is written as nothing and read from nothing', () => {
    for (const nothing of ['', null, undefined])
      expect(type.decode(nothing)).toEqual({ ok: true, value: null });
    expect(type.encode(null)).toBe('');
    expect(type.validate(null, question(name), offered)).toEqual([]);
  });

  it('reads back what it wrote, both as text and as a value', () => {
    fc.assert(
      fc.property(values[name], (value) => {
        const text = type.encode(value);
        expect(type.decode(text)).toEqual({ ok: true, value });
        expect(type.decode(value)).toEqual({ ok: true, value });
        expect(text).not.toBe('');
      }),
    );
  });

  it('keeps "do not know" and "refused" apart from blank and from each other', () => {
    for (const special of ['dontKnow', 'refused'] as const) {
      const value = { special };
      expect(type.encode(value)).toBe(specialText(value));
      expect(type.decode(type.encode(value))).toEqual({ ok: true, value });
      expect(isSpecial(value)).toBe(true);
      expect(type.validate(value, question(name), offered)).toEqual([{ code: 'specialNotOffered' }]);
      const offers = { ...question(name), specialAnswers: [special] };
      expect(type.validate(value, offers, offered)).toEqual([]);
    }
  });

  it('fills every column of a flat export, for answers, blanks and special answers', () => {
    fc.assert(
      fc.property(
        fc.oneof(values[name], fc.constant(null), fc.constant({ special: 'refused' as const })),
        (value) => {
          const columns = type.flatColumns(question(name), offered);
          expect(type.flatCells(value, question(name), offered)).toHaveLength(columns.length);
          expect(new Set(columns.map(({ suffix }) => suffix)).size).toBe(columns.length);
        },
      ),
    );
  });

  it('refuses what it cannot read with a problem, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const decoded = type.decode(raw);
        if (decoded.ok) expect(type.decode(type.encode(decoded.value))).toEqual(decoded);
        else expect(decoded.error.code).toBe('malformed');
      }),
    );
  });

  it('checks any answer without an exception', () => {
    fc.assert(
      fc.property(values[name], (value) => {
        expect(Array.isArray(type.validate(value, question(name), offered))).toBe(true);
      }),
    );
  });
});
