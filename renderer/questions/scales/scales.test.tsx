import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { choice, drawQuestion } from '../testing/drawQuestion.tsx';
import { levelOf, promoterLevelOf } from './levelOf.ts';

afterEach(cleanup);

const radios = () => screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'));
const tap = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

describe('a scale', () => {
  it('goes from 0 to 10 for recommending, says what its ends mean, and one tap is the answer', async () => {
    const { onAnswer } = await drawQuestion({ type: 'nps' });
    expect(radios()).toHaveLength(11);
    expect([radios()[0], radios()[10]]).toEqual(['0, scale.nps.low', '10, scale.nps.high']);
    tap('9');
    expect(onAnswer.mock.calls).toEqual([[9, { complete: true }]]);
  });

  it.each([
    ['ces', {}, 7],
    ['csat', {}, 5],
    ['csat', { points: '2' }, 2],
    ['csat', { points: '10' }, 10],
  ] as const)('%s with %j has points from 1 to %i', async (type, parameters, count) => {
    const { answer } = await drawQuestion({ type, parameters });
    expect(radios()).toHaveLength(count);
    tap(`${String(count)}, scale.${type}.high`);
    expect(answer()).toBe(count);
  });

  it('is tiles when the questionnaire names each point', async () => {
    const choices = [choice('1'), choice('2'), choice('3')];
    const { answer } = await drawQuestion({ type: 'csat', parameters: { points: '3' }, choices });
    tap('The 2');
    expect(answer()).toBe(2);
  });

  it('takes the colours of the one scale from bad to good', () => {
    expect([0, 1, 2, 3, 4].map((index) => levelOf(index, 5))).toEqual([1, 2, 3, 4, 5]);
    expect([0, 6, 7, 8, 9, 10].map(promoterLevelOf)).toEqual([1, 2, 3, 3, 4, 5]);
  });
});

it('stars are filled up to the one that was tapped', async () => {
  const { answer } = await drawQuestion({ type: 'stars', parameters: { points: '3' } });
  tap('stars 2');
  expect(answer()).toBe(2);
  expect(screen.getAllByRole('radio').map((star) => star.hasAttribute('data-on'))).toEqual([
    true,
    true,
    false,
  ]);
  expect(screen.getAllByRole('radio').map((star) => star.getAttribute('aria-checked'))).toEqual([
    'false',
    'true',
    'false',
  ]);
});

it('a thumb is up or down', async () => {
  const { onAnswer } = await drawQuestion({ type: 'thumbs', choices: [choice('down')] });
  tap('The down');
  tap('thumbs.up');
  expect(onAnswer.mock.calls.map(([value]) => value)).toEqual(['down', 'up']);
});

describe('rows', () => {
  const choices = [choice('a'), choice('b')];
  const rate = (row: string, point: string) =>
    fireEvent.click(
      within(screen.getByRole('radiogroup', { name: row })).getByRole('radio', { name: point }),
    );

  it('are an answer row by row', async () => {
    const { onAnswer } = await drawQuestion({
      type: 'rating-matrix',
      choices,
      parameters: { points: '3', scale: 'words' },
      lists: { scale: [choice('1'), choice('2'), choice('3')] },
    });
    rate('The a', '3, The 3');
    rate('The b', '1, The 1');
    expect(onAnswer.mock.calls).toEqual([
      [{ a: '3' }, { part: 'a', complete: false }],
      [
        { a: '3', b: '1' },
        { part: 'b', complete: false },
      ],
    ]);
  });

  it('are only written until all of them are there, where all are asked for', async () => {
    const { answer, typed } = await drawQuestion({
      type: 'rating-matrix',
      choices,
      parameters: { 'all-rows': 'true' },
    });
    rate('The b', 'ofMost 4 5');
    expect([answer(), typed()]).toEqual([undefined, 'b=4']);
    rate('The a', 'ofMost 2 5');
    expect(answer()).toEqual({ b: '4', a: '2' });
  });

  it('ask for importance and satisfaction of each', async () => {
    const { answer } = await drawQuestion({ type: 'importance-satisfaction', choices });
    rate('The a: pair.importance', 'ofMost 9 10');
    rate('The a: pair.satisfaction', 'ofMost 4 10');
    expect(answer()).toEqual({ 'a/importance': '9', 'a/satisfaction': '4' });
  });

  it('stand between two poles', async () => {
    const { answer } = await drawQuestion({
      type: 'semantic-differential',
      choices,
      parameters: { poles: 'others' },
      lists: { poles: [choice('x'), choice('y')] },
    });
    rate('The b – The y', 'ofMost 7 7');
    expect(answer()).toEqual({ b: '7' });
  });
});
