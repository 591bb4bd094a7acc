import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuestionTypeName, questionTypeOf, questionTypes, readNearest } from '../index.ts';
import type { QuestionTypeName } from '../index.ts';

/** What XLSForm (pyxform 4.5) knows; all other types are ours and must say what they become. */
const xlsformTypes: ReadonlySet<string> = new Set(
  `text integer decimal range date time dateTime select_one select_multiple select_one_from_file select_multiple_from_file
   select_one_external rank note geopoint geotrace geoshape start-geopoint background-geopoint image audio background-audio video file
   barcode acknowledge calculate hidden osm csv-external xml-external audit start end today deviceid username email phonenumber
   simserial subscriberid`.split(/\s+/),
);

const ours = (Object.keys(questionTypes) as QuestionTypeName[]).filter((name) => !xlsformTypes.has(name));

describe('the types of XLSForm', () => {
  it.each(Array.from(xlsformTypes))('%s is one of ours too, under the same name', (name) => {
    expect(isQuestionTypeName(name)).toBe(true);
  });
});

describe.each(ours)('%s', (name) => {
  it('is written as a row that XLSForm knows', () => {
    const row = questionTypeOf(name).nearest?.({ name: 'q', choices: 'rows' });
    expect(xlsformTypes.has(row?.type ?? '')).toBe(true);
    expect(row?.appearance.split(' ').filter((word) => word.startsWith('earshot-'))).toHaveLength(1);
  });

  it('is read back with its parameters and the question’s own appearance', () => {
    const value = fc.stringMatching(/^[a-z0-9${}()=,-]{1,12}$/);
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z-]{1,10}$/), value, { noNullPrototype: true }),
        (parameters) => {
          const row = questionTypeOf(name).nearest?.({ name: 'q', parameters });
          expect(readNearest(`${row?.appearance ?? ''} w2 columns`)).toEqual({
            type: name,
            parameters,
            appearance: 'w2 columns',
          });
        },
      ),
    );
  });
});

describe('appearances without a word of ours', () => {
  it.each(['', 'minimal quick', 'earshot', 'earshot-', 'earshot-smiley(', 'earshot-SMILEY'])(
    '"%s" names no type',
    (appearance) => {
      expect(readNearest(appearance)).toBeUndefined();
    },
  );

  it('survive broken percent signs', () => {
    expect(readNearest('earshot-stars(points=%zz)')).toEqual({
      type: 'stars',
      parameters: { points: '%zz' },
      appearance: '',
    });
  });
});
