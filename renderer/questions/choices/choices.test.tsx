import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { choice, drawQuestion } from '../testing/drawQuestion.tsx';
import { matching } from './matching.ts';
import { movedTo } from './order.ts';

afterEach(cleanup);

const abc = [choice('a'), choice('b'), choice('c')];
const many = Array.from({ length: 200 }, (_, index) => choice(`town${String(index)}`));
const tap = (role: string, name: string) => fireEvent.click(screen.getByRole(role, { name }));

describe('choices', () => {
  it.each(['likert', 'columns-2', 'compact', 'list-nolabel', 'minimal', 'quickcompact-3'])(
    'with the appearance %s are one tap',
    async (appearance) => {
      const { onAnswer } = await drawQuestion({ type: 'select_one', choices: abc, appearance: [appearance] });
      tap('radio', 'The b');
      expect(onAnswer.mock.calls).toEqual([['b', { complete: true }]]);
    },
  );

  it('of several leave and are left by the one that stands alone', async () => {
    const choices = [...abc, choice('none', { exclusive: true })];
    const { answer } = await drawQuestion({ type: 'select_multiple', choices, appearance: ['columns'] });
    tap('checkbox', 'The a');
    tap('checkbox', 'The c');
    expect(answer()).toEqual(['a', 'c']);
    tap('checkbox', 'The none');
    expect(answer()).toEqual(['none']);
  });

  it('that are many are searched, whatever marks their letters have', async () => {
    const choices = [...many, choice('riga', { label: 'Rīga' })];
    const { answer } = await drawQuestion({ type: 'select_one', choices });
    expect(screen.getAllByRole('radio').length).toBeLessThan(100);
    fireEvent.change(screen.getByRole('searchbox', { name: 'search' }), { target: { value: 'riga' } });
    tap('radio', 'Rīga');
    expect(answer()).toBe('riga');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'qqq' } });
    expect(screen.getByRole('status').textContent).toBe('nothingFound');
  });

  it('that begin with what is looked for come first', () => {
    const found = matching([choice('x', { label: 'New York' }), choice('y', { label: 'York' })], 'york');
    expect(found.map(({ name }) => name)).toEqual(['y', 'x']);
  });

  it('of a minimal question among others are folded, and folded again after the tap', async () => {
    const change = { type: 'select_one', choices: abc, appearance: ['minimal'] } as const;
    const { answer } = await drawQuestion(change, { alone: false });
    expect(screen.queryByRole('radio')).toBeNull();
    tap('button', 'How was it? choose');
    tap('radio', 'The c');
    expect(answer()).toBe('c');
    expect(screen.getByRole('button', { name: 'How was it? The c' })).toBeDefined();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('of the head of a table are words only', async () => {
    await drawQuestion({ type: 'select_one', choices: abc, appearance: ['label'] });
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('The a')).toBeDefined();
  });

  it('of a list that did not come along say so', async () => {
    await drawQuestion({ type: 'select_one_from_file' });
    expect(screen.getByText('cannot be shown')).toBeDefined();
  });

  it('have pictures where the files are there, and words where not', async () => {
    const choices = [choice('a', { media: { image: 'a.png' } }), choice('b', { media: { image: 'b.png' } })];
    const { answer } = await drawQuestion(
      { type: 'picture-choice', choices, media: { image: 'q.png' } },
      { fileUrl: (name) => (name === 'b.png' ? undefined : `blob:${name}`) },
    );
    const sources = Array.from(document.querySelectorAll('img'), ({ src }) => src);
    expect(sources).toEqual(['blob:q.png', 'blob:a.png']);
    tap('radio', 'The b');
    expect(answer()).toEqual(['b']);
  });
});

describe('a ranking', () => {
  it('is an answer when all have their place; the last one takes the last', async () => {
    const { answer, typed } = await drawQuestion({ type: 'rank', choices: abc });
    tap('button', 'The b');
    expect([answer(), typed()]).toEqual([undefined, 'b']);
    tap('button', 'The a');
    expect(answer()).toEqual(['b', 'a', 'c']);
  });

  it('is changed by buttons, and opened again by taking one out', async () => {
    const { answer, typed } = await drawQuestion({ type: 'rank', choices: abc, value: ['a', 'b', 'c'] });
    tap('button', 'rank.up The c');
    expect(answer()).toEqual(['a', 'c', 'b']);
    tap('button', 'rank.drop The a');
    expect(typed()).toBe('c b');
  });

  it('is changed by moving one to another place', () => {
    expect(movedTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
    expect(movedTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  });
});

it('what has been read is acknowledged, and taken back', async () => {
  const { onAnswer } = await drawQuestion({ type: 'acknowledge' });
  tap('checkbox', 'acknowledge');
  tap('checkbox', 'acknowledge');
  expect(onAnswer.mock.calls.map(([value]) => value)).toEqual(['OK', null]);
});

it('ways out stand beside every type that offers them, and can be taken back', async () => {
  for (const type of ['smiley', 'integer'] as const) {
    const { onAnswer } = await drawQuestion({
      type,
      question: { type, name: 'q', specialAnswers: ['dontKnow', 'refused'] },
    });
    tap('button', 'special.refused');
    tap('button', 'special.refused');
    expect(onAnswer.mock.calls).toEqual([
      [{ special: 'refused' }, { part: 'refused', complete: true }],
      [null, { part: 'refused', complete: false }],
    ]);
    cleanup();
  }
});
