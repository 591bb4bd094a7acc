import { describe, expect, it } from 'vitest';
import { ask, listOf, problemsOf } from './problemsOf.ts';

const choices = { rows: listOf('yes', 'no', '3') };
const answered = ask('a', { type: 'select_one', choices: 'rows' });
const several = ask('m', { type: 'select_multiple', choices: 'rows' });
const found = (relevant: string) =>
  problemsOf([answered, several, ask('n', { type: 'integer' }), ask('q', { relevant })], { choices });
const codes = (relevant: string) => found(relevant).all.map((problem) => problem.code);

describe('a question that nobody can reach', () => {
  it.each([
    'false()',
    '0',
    "''",
    "${a} = 'maybe'",
    "selected(${m}, 'maybe')",
    "${n} > 3 and ${a} = 'maybe'",
    "${a} = 'yes' and ${a} = 'no'",
    "${a} = 'maybe' or selected(${m}, 'never')",
    "/data/a = 'maybe'",
    "'maybe' = ${a}",
  ])('waits for %s', (relevant) => {
    expect(codes(relevant)).toContain('unreachable');
  });

  it.each([
    'true()',
    '1',
    "${a} = 'yes'",
    "${a} = ''",
    '${a} = 3',
    "${a} != 'maybe'",
    "selected(${m}, 'yes')",
    "${m} = 'yes no'",
    "${a} = 'yes' or ${a} = 'no'",
    "${n} = 'maybe'",
    "${a} = 'maybe' or ${n} > 3",
    "not(${a} = 'maybe')",
    "${a} = '~refused'",
  ])('does not wait for %s', (relevant) => {
    expect(codes(relevant)).not.toContain('unreachable');
  });

  it('is told as a warning, on the group where a group is meant', () => {
    const group = { type: 'group', name: 'g', relevant: 'false()', elements: [ask('q')] };
    expect(problemsOf([group]).warnings).toEqual([
      '/data/g, relevant: This can never be true, so nobody will ever be asked. Mend the condition.',
    ]);
  });

  it('may stand in a repeat that is never there', () => {
    const repeat = (repeatCount: string) => ({
      type: 'repeat',
      name: 'r',
      label: { en: 'r' },
      repeatCount,
      elements: [ask('q')],
    });
    expect(problemsOf([repeat('0')]).warnings[0]).toMatch(/The count is always 0/);
    expect(problemsOf([repeat('-1')]).errors[0]).toMatch(/cannot have fewer than 0 instances/);
    expect(problemsOf([repeat('2')])).toMatchObject({ errors: [], warnings: [] });
  });
});

describe('a choice that does not exist', () => {
  it('is a warning wherever it is compared with', () => {
    expect(found("${a} = 'yess'").warnings).toContain(
      '/data/q, relevant: "yess" is no choice of "a". Did you mean "yes"?',
    );
    const calculation = ask('q', { calculation: "if(selected(${m}, 'nope'), 1, 2)" });
    expect(problemsOf([several, calculation], { choices }).warnings).toEqual([
      '/data/q, calculation: "nope" is no choice of "m". Mend the name, or add the choice.',
    ]);
  });

  it('is "other" only where "other" is offered', () => {
    const other = (orOther: boolean) =>
      problemsOf(
        [
          ask('a', { type: 'select_one', choices: 'rows', orOther }),
          ask('q', { relevant: "${a} = 'other'" }),
        ],
        { choices },
      );
    expect(other(true).warnings).toEqual([]);
    expect(other(false).warnings).toHaveLength(2);
  });

  it('cannot be told for lists in files', () => {
    const file = ask('a', { type: 'select_one_from_file', file: 'a.csv' });
    expect(problemsOf([file, ask('q', { relevant: "${a} = 'anything'" })]).warnings).toEqual([]);
  });
});
