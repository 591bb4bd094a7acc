import { describe, expect, it } from 'vitest';
import { questionTypeOf } from '../index.ts';
import type { QuestionTypeName } from '../index.ts';

const offered = [{ name: 'price' }, { name: 'staff' }, { name: 'none', exclusive: true }];
const check = (type: QuestionTypeName, value: string | string[], parameters = {}) =>
  questionTypeOf(type).validate(value, { name: 'q', parameters }, offered);

describe.each(['select_one', 'select_one_from_file', 'select_one_external'] as const)('%s', (type) => {
  it('takes one of the choices that are offered', () => {
    expect(check(type, 'price')).toEqual([]);
    expect(check(type, 'Price')).toEqual([{ code: 'notAChoice', part: 'Price' }]);
  });

  it('is exported as one column', () => {
    expect(questionTypeOf(type).flatColumns({ name: 'q' }, offered)).toEqual([{ suffix: '', kind: 'text' }]);
    expect(questionTypeOf(type).flatCells('price', { name: 'q' }, offered)).toEqual(['price']);
  });
});

describe.each(['select_multiple', 'select_multiple_from_file'] as const)('%s', (type) => {
  it('reads names separated by any white space and keeps their order', () => {
    expect(questionTypeOf(type).decode(' staff   price ')).toEqual({ ok: true, value: ['staff', 'price'] });
    expect(questionTypeOf(type).encode(['staff', 'price'])).toBe('staff price');
    expect(questionTypeOf(type).decode([])).toEqual({ ok: true, value: null });
  });

  it('takes each choice once, and only those offered', () => {
    expect(check(type, ['staff', 'price'])).toEqual([]);
    expect(check(type, ['staff', 'staff'])).toEqual([{ code: 'repeatedChoice', part: 'staff' }]);
    expect(check(type, ['staff', 'food'])).toEqual([{ code: 'notAChoice', part: 'food' }]);
  });

  it('takes an exclusive choice only alone', () => {
    expect(check(type, ['none'])).toEqual([]);
    expect(check(type, ['price', 'none'])).toEqual([{ code: 'exclusiveChoice', part: 'none' }]);
  });

  it('is exported as the list and a column of 0 and 1 for each choice', () => {
    const { flatColumns, flatCells } = questionTypeOf(type);
    expect(flatColumns({ name: 'q' }, offered)).toEqual([
      { suffix: '', kind: 'text' },
      { suffix: 'price', kind: 'boolean' },
      { suffix: 'staff', kind: 'boolean' },
      { suffix: 'none', kind: 'boolean' },
    ]);
    expect(flatCells(['staff'], { name: 'q' }, offered)).toEqual(['staff', 0, 1, 0]);
    expect(flatCells(null, { name: 'q' }, offered)).toEqual([null, null, null, null]);
    expect(flatCells({ special: 'refused' }, { name: 'q' }, offered)).toEqual([
      { special: 'refused' },
      null,
      null,
      null,
    ]);
  });
});

describe('rank', () => {
  it('wants every choice, each once', () => {
    expect(check('rank', ['none', 'staff', 'price'])).toEqual([]);
    expect(check('rank', ['staff', 'price'])).toEqual([{ code: 'incomplete', part: 'none' }]);
    expect(check('rank', ['none', 'staff', 'staff', 'price'])).toEqual([
      { code: 'repeatedChoice', part: 'staff' },
    ]);
  });

  it('is exported as the order and the place of each choice', () => {
    expect(questionTypeOf('rank').flatCells(['none', 'staff', 'price'], { name: 'q' }, offered)).toEqual([
      'none staff price',
      3,
      2,
      1,
    ]);
  });
});

describe('picture choice', () => {
  it('takes one picture, or several if it says so', () => {
    expect(check('picture-choice', ['price'])).toEqual([]);
    expect(check('picture-choice', ['price', 'staff'])).toEqual([{ code: 'tooManyChoices', limit: 1 }]);
    expect(check('picture-choice', ['price', 'staff'], { multiple: 'true' })).toEqual([]);
    expect(check('picture-choice', ['price', 'none'], { multiple: 'true' })).toEqual([
      { code: 'exclusiveChoice', part: 'none' },
    ]);
  });

  it('is exported like the select that it is', () => {
    const { flatColumns } = questionTypeOf('picture-choice');
    expect(flatColumns({ name: 'q' }, offered)).toHaveLength(1);
    expect(flatColumns({ name: 'q', parameters: { multiple: 'true' } }, offered)).toHaveLength(4);
  });
});

describe('a choice list of 100,000 rows', () => {
  it('is checked without comparing each answer with each choice', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ name: `c${index}` }));
    const everything = rows.map((row) => row.name);
    expect(questionTypeOf('select_multiple').validate(everything, { name: 'q' }, rows)).toEqual([]);
  });
});
