import { describe, expect, it } from 'vitest';
import { ask, listOf, problemsOf } from './problemsOf.ts';

const choices = { rows: listOf('a'), columns: listOf('b') };
const group = (elements: readonly object[], more: object = {}) => ({
  type: 'group',
  name: 'g',
  elements,
  ...more,
});
const repeat = (more: object) => ({ type: 'repeat', name: 'r', elements: [ask('q')], ...more });
const select = (name: string, list: string, more: object = {}) =>
  ask(name, { type: 'select_one', choices: list, ...more });

describe('groups and repeats', () => {
  it('hold something', () => {
    expect(problemsOf([]).errors).toEqual(['questionnaire: There are no questions; add one.']);
    expect(problemsOf([group([])]).warnings).toEqual([
      '/data/g: The group is empty; add a question, or take it away.',
    ]);
  });

  it('repeats say of what one more is asked for', () => {
    expect(problemsOf([repeat({})]).warnings[0]).toMatch(/^\/data\/r, label: has no label/);
    expect(problemsOf([repeat({ label: { en: 'Child' } })]).warnings).toEqual([]);
  });

  it('a count makes a fixed or first number of instances meaningless', () => {
    const counted = repeat({ label: { en: 'r' }, repeatCount: '3', fixed: true, startInstances: 2 });
    expect(problemsOf([counted]).warnings).toEqual([
      '/data/r, startInstances: means nothing beside "repeatCount"; take it away.',
      '/data/r, fixed: means nothing beside "repeatCount"; take it away.',
    ]);
  });

  it('a count that is more than a reference can be referred to itself', () => {
    const follower = ask('q2', { relevant: '${r_count} > 1' });
    expect(problemsOf([repeat({ label: { en: 'r' }, repeatCount: '1 + 2' }), follower]).errors).toEqual([]);
    expect(problemsOf([repeat({ label: { en: 'r' } }), follower]).errors[0]).toMatch(
      /no question called "r_count"/,
    );
  });
});

describe('a table-list', () => {
  const appearance = 'table-list';

  it('shares one list among its selects', () => {
    expect(
      problemsOf([group([select('a', 'rows'), select('b', 'rows')], { appearance })], { choices }).errors,
    ).toEqual([]);
    expect(
      problemsOf([group([select('a', 'rows'), select('b', 'columns')], { appearance })], { choices }).errors,
    ).toEqual([
      '/data/g, appearance: The questions of a table-list share one choice list, but here are "rows" and "columns"; split the group.',
    ]);
  });

  it('filters no choices', () => {
    const filtered = select('a', 'rows', { choiceFilter: "name = 'a'" });
    expect(problemsOf([group([filtered], { appearance })], { choices }).errors[0]).toMatch(
      /which a table-list cannot show/,
    );
  });
});
