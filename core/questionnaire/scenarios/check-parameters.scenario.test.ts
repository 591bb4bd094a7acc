import { describe, expect, it } from 'vitest';
import { ask, listOf, problemsOf } from './problemsOf.ts';

const choices = { rows: listOf('1', '2') };
const wrong = (type: string, parameters: object, more: object = {}): readonly string[] =>
  problemsOf([ask('q', { type, parameters, ...more }), ask('n', { type: 'integer' })], { choices })
    .errors.filter((line) => line.includes(', parameters: '))
    .map((line) => line.replace('/data/q, parameters: ', ''));

describe('parameters', () => {
  it('are those of the type', () => {
    expect(wrong('text', { rows: '3' })).toEqual([]);
    expect(wrong('text', { row: '3' })).toEqual(['"row" is no parameter of type text. Did you mean "rows"?']);
    expect(wrong('range', { max: '3' })[0]).toMatch(
      /^"max" is no parameter of type range\. It takes start, end, step/,
    );
    const none = problemsOf([ask('q', { type: 'note', parameters: { rows: '3' } })]);
    expect(none.warnings).toEqual([
      '/data/q, parameters: "rows" is no parameter of type note. It takes none; take the parameter away.',
    ]);
  });

  it('have values of their kind', () => {
    expect(wrong('text', { rows: 'many' })).toEqual(['rows must be a whole number, not "many".']);
    expect(wrong('text', { rows: '0' })).toEqual(['rows must be 1 or more, not 0.']);
    expect(wrong('rating-matrix', { points: '12' }, { choices: 'rows' })).toEqual([
      'points must be 11 or less, not 12.',
    ]);
    expect(wrong('range', { start: '' })).toEqual(['start must be a number, not "".']);
    expect(wrong('select_one', { randomize: 'yes' }, { choices: 'rows' })).toEqual([
      'randomize must be true or false, not "yes".',
    ]);
    expect(wrong('audio', { quality: 'best' })).toEqual([
      'quality must be one of voice-only, low, normal, external, not "best".',
    ]);
    expect(wrong('smiley', { points: '6' })).toEqual(['points must be one of 5, 4, not "6".']);
    expect(wrong('image', { app: 'org.example.camera' })).toEqual([]);
    expect(wrong('image', { app: 'camera' })).toEqual([
      'app must be an Android package such as org.example.camera, not "camera".',
    ]);
    expect(wrong('select_one_from_file', { value: '1st' }, { file: 'a.csv' })).toEqual([
      'value must name a column of the file, not "1st".',
    ]);
  });

  it('name lists that exist', () => {
    expect(wrong('range', { tick_labelset: 'rows' })).toEqual([]);
    expect(wrong('range', { tick_labelset: 'row' })).toEqual([
      'tick_labelset names the choice list "row", which is missing. Did you mean "rows"?',
    ]);
  });

  it('are there where the type cannot do without', () => {
    expect(wrong('semantic-differential', {}, { choices: 'rows' })).toEqual([
      'Type semantic-differential needs the parameter poles; add it.',
    ]);
  });
});

describe('the seed of a random order', () => {
  const seed = (value: string, randomize = 'true') =>
    wrong('select_one', { randomize, seed: value }, { choices: 'rows' });

  it('is a number or a question', () => {
    expect(seed('42')).toEqual([]);
    expect(seed('${n}')).toEqual([]);
    expect(seed('n')).toEqual(['seed must be a number or a question such as ${number}, not "n".']);
    expect(seed('${nn}')).toEqual(['There is no question called "nn". Did you mean "n"?']);
  });

  it('means something only in a random order', () => {
    expect(seed('42', 'false')).toEqual([
      'seed means something only with randomize=true; add that, or take the seed away.',
    ]);
  });
});

describe.each(['range', 'slider'])('the parameters of a %s', (type) => {
  it('fit together', () => {
    const range = (parameters: object) => wrong(type, { start: '0', end: '10', ...parameters });
    expect(range({ step: '2', tick_interval: '4', placeholder: '6' })).toEqual([]);
    expect(range({ step: '0' })[0]).toMatch(/^step may not be 0/);
    expect(range({ step: '11' })[0]).toMatch(/^step 11 is longer than the whole range from 0 to 10/);
    expect(range({ tick_interval: '0' })[0]).toMatch(/^tick_interval may not be 0/);
    expect(range({ tick_interval: '12' })[0]).toMatch(/^tick_interval 12 is longer than the whole range/);
    expect(range({ step: '2', tick_interval: '3' })).toEqual(['tick_interval 3 is no multiple of step 2.']);
    expect(range({ placeholder: '2.5' })[0]).toMatch(
      /^placeholder 2.5 is not one of the values from 0 to 10 in steps of 1/,
    );
  });
});

describe('ticks of a range', () => {
  const list = (...names: readonly string[]) => ({ choices: { ends: listOf(...names) } });
  const labelled = (names: readonly string[], columns: object = {}, parameters: object = {}) =>
    problemsOf(
      [
        ask('q', {
          type: 'range',
          parameters: { end: '5', tick_labelset: 'ends', ...parameters },
          ...columns,
        }),
      ],
      list(...names),
    ).errors.map((line) => line.replace('/data/q, parameters: ', ''));

  it('carry the labels', () => {
    expect(labelled(['1', '3', '5'])).toEqual([]);
    expect(labelled(['low', '5'])).toEqual([
      'The labels of list "ends" must be named by numbers of the range, not "low".',
    ]);
    expect(labelled(['0', '5'])).toEqual(['The label 0 of list "ends" lies outside the range from 1 to 5.']);
    expect(labelled(['1', '2.5'])).toEqual(['The label 2.5 of list "ends" stands on no tick of interval 1.']);
    expect(labelled(['1', '2'], {}, { tick_interval: '2' })).toEqual([
      'The label 2 of list "ends" stands on no tick of interval 2.',
    ]);
  });

  it('that are not shown leave labels at the ends', () => {
    expect(labelled(['1', '5'], { appearance: 'no-ticks' })).toEqual([]);
    expect(labelled(['1', '3'], { appearance: 'no-ticks' })).toEqual([
      'Without ticks, only 1 and 5 can have labels; mend list "ends".',
    ]);
  });

  it('need a range that is drawn as a line', () => {
    expect(labelled(['1', '5'], { appearance: 'vertical' })).toEqual([]);
    expect(labelled(['1', '5'], { appearance: 'rating' })).toEqual([
      'tick_labelset cannot be shown with the appearance "rating"; take one of them away.',
    ]);
  });
});

describe('the places on a map', () => {
  it('are a list, an attached list or a question in a repeat', () => {
    const places = (value: string) => wrong('geotrace', { 'reference-geometry': value });
    expect(places('rows')).toEqual([]);
    expect(places('${n}')).toEqual([]);
    expect(places('${m}')[0]).toMatch(/There is no question called "m"/);
    expect(places('nowhere')[0]).toMatch(
      /must be a list of this questionnaire, an attached list or a question in a repeat/,
    );
  });

  it('may be filtered', () => {
    const question = ask('q', {
      type: 'geopoint',
      parameters: { 'reference-geometry': 'rows' },
      choiceFilter: "name = '1'",
    });
    expect(problemsOf([question], { choices })).toMatchObject({ errors: [], warnings: [] });
  });
});

describe('the parameters of an audit', () => {
  const audit = (parameters: object) =>
    problemsOf([ask('n'), { type: 'audit', name: 'audit', parameters }]).errors.map((line) =>
      line.replace('/data/audit, parameters: ', ''),
    );

  it('about places come all three or not at all', () => {
    const all = { 'location-priority': 'balanced', 'location-min-interval': '60', 'location-max-age': '120' };
    expect(audit(all)).toEqual([]);
    expect(audit({ ...all, 'location-max-age': '30' })).toEqual([
      'location-max-age 30 may not be less than location-min-interval 60.',
    ]);
    expect(audit({ 'location-priority': 'balanced' })).toEqual([
      'location-priority also needs location-min-interval and location-max-age; add that, or take it away.',
    ]);
  });
});

describe('appearances', () => {
  const warnings = (type: string, appearance: string) =>
    problemsOf([ask('q', { type, appearance })]).warnings;

  it('that are known are fine, grid widths and words of ours anywhere', () => {
    expect(warnings('text', 'multiline w3 earshot-quiet')).toEqual([]);
    expect(warnings('date', 'no-calendar ethiopian')).toEqual([]);
    expect(warnings('text', "ex:org.example.app(title='a b')")).toEqual([]);
  });

  it('that are not are a warning, as other tools may have words of their own', () => {
    expect(warnings('text', 'multilines')).toEqual([
      '/data/q, appearance: "multilines" is no appearance of type text. Did you mean "multiline"?',
    ]);
    expect(warnings('text', 'wide')).toEqual([
      '/data/q, appearance: "wide" is no appearance of type text. It will be shown as usual.',
    ]);
  });

  it('of groups are those of groups', () => {
    const group = (appearance: string) =>
      problemsOf([{ type: 'group', name: 'g', appearance, elements: [ask('q')] }]).warnings;
    expect(group('field-list')).toEqual([]);
    expect(group('minimal')).toEqual([
      '/data/g, appearance: "minimal" is no appearance of type group. It will be shown as usual.',
    ]);
  });
});
