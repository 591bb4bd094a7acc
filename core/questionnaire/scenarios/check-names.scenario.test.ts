import { describe, expect, it } from 'vitest';
import { ask, problemsOf } from './problemsOf.ts';

describe('names', () => {
  it.each(['visit', '_visit', 'q1', 'a-b.c_d', 'Ēka', 'имя', 'ns:name'])('%s is a name', (name) => {
    expect(problemsOf([ask(name)])).toMatchObject({ errors: [], warnings: [] });
  });

  it.each([
    ['1st', 'st'],
    ['two words', 'two_words'],
    ['what?', 'what_'],
    ['a/b', 'a_b'],
    ['a:b:c', 'a_b_c'],
    ['-', 'question_1'],
  ])('%s is none; %s would be', (name, mended) => {
    expect(problemsOf([ask(name)]).errors).toEqual([
      `/data/${name}, name: "${name}" cannot be a name. Begin with a letter or _ and go on with letters, digits, _, - and full stops, e.g. "${mended}".`,
    ]);
  });

  it('the root has one too', () => {
    expect(problemsOf([ask('q')], { root: 'my data' }).errors[0]).toMatch(/"my data" cannot be a name/);
    expect(problemsOf([ask('q')], { root: 'survey' }).errors).toEqual([]);
  });

  it('"meta" is reserved everywhere', () => {
    const group = { type: 'group', name: 'g', elements: [ask('meta')] };
    for (const elements of [[ask('meta')], [group]]) {
      expect(problemsOf(elements).errors[0]).toMatch(/"meta" is kept for facts about the response/);
    }
  });
});

describe('names that are there twice', () => {
  it('are an error among siblings', () => {
    const { all } = problemsOf([ask('q'), ask('r'), ask('q')]);
    expect(all).toMatchObject([{ code: 'duplicateName', severity: 'error', pointer: '/elements/2/name' }]);
  });

  it('are fine in different groups as long as nobody refers to them', () => {
    const groups = ['a', 'b'].map((name) => ({ type: 'group', name, elements: [ask('q')] }));
    expect(problemsOf(groups)).toMatchObject({ errors: [], warnings: [] });
    expect(problemsOf([...groups, ask('r', { relevant: '${q} = 1' })]).errors).toEqual([
      '/data/r, relevant: "q" could be any of /data/a/q, /data/b/q; rename all but one, or write the whole path.',
    ]);
  });

  it('are a warning when only capital letters tell them apart', () => {
    expect(problemsOf([ask('Visit'), ask('visit')]).warnings).toEqual([
      '/data/visit, name: "visit" differs from "Visit" only in capital letters, which some tools cannot tell apart; rename one.',
    ]);
  });
});

describe('names of repeats', () => {
  const repeat = (name: string) => ({ type: 'repeat', name, label: { en: 'x' }, elements: [ask('q')] });

  it('are unique in the whole questionnaire', () => {
    const group = { type: 'group', name: 'g', elements: [repeat('visit')] };
    expect(problemsOf([repeat('visit'), group]).errors).toEqual([
      '/data/g/visit, name: There is another repeat "visit" at /data/visit; repeats need names of their own.',
    ]);
  });

  it('differ from the root', () => {
    expect(problemsOf([repeat('data')]).errors[0]).toMatch(/may not be called like the root/);
  });
});
