import { describe, expect, it } from 'vitest';
import { ask, listOf, problemsOf } from './problemsOf.ts';

const select = (columns: object = {}) => ask('q', { type: 'select_one', choices: 'rows', ...columns });
const rows = listOf('a', 'b');

describe('the source of choices', () => {
  it('must be named', () => {
    expect(problemsOf([ask('q', { type: 'select_one' })]).errors).toEqual([
      '/data/q, choices: needs the name of a list under "choices"; add the column "choices".',
    ]);
  });

  it('must exist, and the nearest name is suggested', () => {
    expect(problemsOf([select({ choices: 'rovs' })], { choices: { rows } })).toMatchObject({
      errors: ['/data/q, choices: There is no list "rovs" under "choices". Did you mean "rows"?'],
    });
  });

  it('of an external select is among the external lists', () => {
    const external = ask('q', { type: 'select_one_external', choices: 'rows' });
    expect(problemsOf([external], { choices: { rows } }).errors[0]).toMatch(
      /no list "rows" under "externalChoices"/,
    );
    expect(problemsOf([external], { externalChoices: { rows } }).errors).toEqual([]);
  });

  it('may be the answers of a question in a repeat, and no other question', () => {
    const repeat = { type: 'repeat', name: 'people', label: { en: 'People' }, elements: [ask('name')] };
    const from = (name: string) => ask('q', { type: 'select_one', choicesFrom: name });
    expect(problemsOf([repeat, from('name')])).toMatchObject({ errors: [], warnings: [] });
    expect(problemsOf([ask('alone'), from('alone')]).errors[0]).toMatch(/"alone" is in no repeat/);
    expect(problemsOf([repeat, from('nam')]).errors[0]).toMatch(
      /no question called "nam"\. Did you mean "name"\?/,
    );
    const both = ask('q', { type: 'select_one', choices: 'rows', choicesFrom: 'name' });
    expect(problemsOf([repeat, both], { choices: { rows } }).errors[0]).toMatch(
      /either from "choices" or from "choicesFrom"/,
    );
  });

  it('may be a file with a known ending', () => {
    const file = (name?: string) =>
      ask('q', { type: 'select_one_from_file', ...(name === undefined ? {} : { file: name }) });
    expect(problemsOf([file('places.csv')]).errors).toEqual([]);
    expect(problemsOf([file('places.geojson')]).errors).toEqual([]);
    expect(problemsOf([file('places.xlsx')]).errors[0]).toMatch(
      /should be a file name that ends in \.csv, \.xml or \.geojson/,
    );
    expect(problemsOf([file('../places.csv')]).errors[0]).toMatch(/without folders/);
    expect(problemsOf([file()]).errors[0]).toMatch(/needs an attached file/);
  });

  it('means nothing where nobody chooses', () => {
    const text = ask('q', { choices: 'rows', file: 'a.csv', choicesFrom: 'q', choiceFilter: 'a = 1' });
    const { warnings } = problemsOf([text], { choices: { rows } });
    for (const column of ['choices', 'file', 'choicesFrom', 'choiceFilter']) {
      expect(warnings).toContain(`/data/q, ${column}: means nothing for type text; take it away.`);
    }
  });
});

describe('choice lists', () => {
  it('are not empty', () => {
    expect(problemsOf([select()], { choices: { rows: [] } }).errors).toEqual([
      'list "rows": has no choices; add some, or take the list away.',
    ]);
  });

  it('have no two choices of one name, unless the settings allow it', () => {
    const choices = { rows: listOf('a', 'b', 'a') };
    expect(problemsOf([select()], { choices }).errors).toEqual([
      'choice 3 of list "rows", name: "a" is also the name of choice 1; rename one, or allow duplicates in the settings.',
    ]);
    expect(problemsOf([select()], { choices, settings: { allowChoiceDuplicates: true } }).errors).toEqual([]);
  });

  it('have no spaces in names that are stored side by side', () => {
    const choices = { rows: listOf('very good', 'b') };
    expect(problemsOf([select()], { choices }).errors).toEqual([]);
    for (const type of ['select_multiple', 'rank', 'picture-choice']) {
      expect(problemsOf([select({ type })], { choices }).errors).toEqual([
        'choice 1 of list "rows", name: "very good" has a space, but several choices are stored with spaces between; write "very_good".',
      ]);
    }
  });

  it('have names that are neither blank nor marked as special', () => {
    expect(problemsOf([select()], { choices: { rows: listOf(' a', '~b') } }).errors).toEqual([
      'choice 1 of list "rows", name: " a" begins or ends with a space; take the space away.',
      'choice 2 of list "rows", name: A name may not begin with ~, which marks special answers.',
    ]);
  });

  it('should show something', () => {
    expect(problemsOf([select()], { choices: { rows: [{ name: 'a' }] } }).warnings).toEqual([
      'choice 1 of list "rows", label: "a" has no label; people would see nothing, or the bare name.',
    ]);
  });

  it('should be used: by a question, a parameter or an expression', () => {
    const unused = 'list "other": The list "other" is used by no question; take it away, or ask with it.';
    const choices = { rows, other: listOf('x', 'y') };
    expect(problemsOf([select()], { choices }).warnings).toEqual([unused]);
    const byExpression = ask('c', { calculation: "count(instance('other')/root/item)" });
    expect(problemsOf([select(), byExpression], { choices }).warnings).toEqual([]);
    const byParameter = ask('d', {
      type: 'semantic-differential',
      choices: 'rows',
      parameters: { poles: 'other' },
    });
    expect(problemsOf([byParameter], { choices }).warnings).toEqual([]);
  });
});

describe('the list of a scale', () => {
  it('names each point and nothing else', () => {
    const smiley = ask('q', { type: 'smiley', choices: 'faces', parameters: { points: '4' } });
    expect(problemsOf([smiley], { choices: { faces: listOf('1', '2', '3', '4') } }).errors).toEqual([]);
    expect(problemsOf([smiley], { choices: { faces: listOf('1', '2', '3', '4', '5') } }).errors).toEqual([
      '/data/q, choices: The choices of list "faces" must be called 1, 2, 3, 4, like the points of the scale.',
    ]);
    expect(problemsOf([smiley]).errors[0]).toMatch(/no list "faces" under "choices"/);
    expect(problemsOf([ask('q', { type: 'smiley' })]).errors).toEqual([]);
  });
});

describe('"other"', () => {
  it('is offered by selects from a list in the questionnaire', () => {
    expect(problemsOf([select({ orOther: true })], { choices: { rows } })).toMatchObject({
      errors: [],
      warnings: [],
    });
    expect(problemsOf([select({ orOther: true, type: 'rank' })], { choices: { rows } }).errors[0]).toMatch(
      /only by select_one and select_multiple/,
    );
  });

  it('cannot stand beside a choice filter', () => {
    expect(
      problemsOf([select({ orOther: true, choiceFilter: "name != 'a'" })], { choices: { rows } }).errors[0],
    ).toMatch(/cannot be offered beside a choice filter/);
  });

  it('adds a question whose name must be free, and which can be referred to', () => {
    expect(problemsOf([select({ orOther: true }), ask('q_other')], { choices: { rows } }).errors[0]).toMatch(
      /"Other" adds a question "q_other", but there is one already/,
    );
    const follower = ask('r', { relevant: "${q_other} != ''" });
    expect(problemsOf([select({ orOther: true }), follower], { choices: { rows } }).errors).toEqual([]);
  });
});
