import { describe, expect, it } from 'vitest';
import { questionTypeOf } from '../index.ts';
import type { QuestionTypeName } from '../index.ts';

const check = (type: QuestionTypeName, value: number, points?: string) =>
  questionTypeOf(type).validate(
    value,
    { name: 'q', ...(points === undefined ? {} : { parameters: { points } }) },
    [],
  );

describe.each([
  ['smiley', undefined, 1, 5],
  ['smiley', '4', 1, 4],
  ['nps', undefined, 0, 10],
  ['csat', undefined, 1, 5],
  ['csat', '2', 1, 2],
  ['csat', '3', 1, 3],
  ['csat', '7', 1, 7],
  ['csat', '10', 1, 10],
  ['ces', undefined, 1, 7],
  ['stars', undefined, 1, 5],
  ['stars', '3', 1, 3],
] as const)('%s with %s points', (type, points, least, most) => {
  it(`goes from ${least} to ${most}`, () => {
    expect(check(type, least, points)).toEqual([]);
    expect(check(type, most, points)).toEqual([]);
    expect(check(type, least - 1, points)).toEqual([{ code: 'tooLow', limit: least }]);
    expect(check(type, most + 1, points)).toEqual([{ code: 'tooHigh', limit: most }]);
  });

  it('names its points for an XLSForm', () => {
    const question = { name: 'q', ...(points === undefined ? {} : { parameters: { points } }) };
    const names = questionTypeOf(type).nearest?.(question).choiceNames;
    expect(names?.at(0)).toBe(String(least));
    expect(names?.at(-1)).toBe(String(most));
    expect(names).toHaveLength(most - least + 1);
  });
});

describe('scales', () => {
  it('are whole numbers, exported as numbers', () => {
    expect(questionTypeOf('smiley').decode('4')).toEqual({ ok: true, value: 4 });
    expect(questionTypeOf('smiley').decode('4.5').ok).toBe(false);
    expect(questionTypeOf('smiley').flatColumns({ name: 'q' }, [])).toEqual([{ suffix: '', kind: 'number' }]);
  });

  it('fall back to their usual points when the parameter makes no sense', () => {
    expect(check('smiley', 5, '9')).toEqual([]);
    expect(check('smiley', 6, '9')).toEqual([{ code: 'tooHigh', limit: 5 }]);
  });
});

describe('thumbs', () => {
  const { decode } = questionTypeOf('thumbs');

  it('go up or down', () => {
    expect(decode('up')).toEqual({ ok: true, value: 'up' });
    expect(decode('down')).toEqual({ ok: true, value: 'down' });
    expect(decode('sideways')).toEqual({ ok: false, error: { code: 'malformed' } });
  });
});
