import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { choice, drawQuestion } from '../testing/drawQuestion.tsx';

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'How was it?' });

describe('a number', () => {
  it('is written with our own keys', async () => {
    const { typed } = await drawQuestion({ type: 'integer' });
    for (const name of ['4', '2', '0', 'deleteDigit', '−']) press(name);
    expect(typed()).toBe('-42');
    expect(box().inputMode).toBe('none');
  });

  it('takes a comma for the point, and only one', async () => {
    const { typed } = await drawQuestion({ type: 'decimal' });
    fireEvent.change(box(), { target: { value: '3,5.2 m' } });
    expect(typed()).toBe('3.52');
  });

  it('is shown in groups of three where that is asked for, and kept without them', async () => {
    const { typed } = await drawQuestion({ type: 'decimal', appearance: ['thousands-sep'] });
    fireEvent.change(box(), { target: { value: '1234567.5' } });
    expect([box().value, typed()]).toEqual(['1\u202f234\u202f567.5', '1234567.5']);
  });

  it('is an answer as soon as it is left, where others share the screen', async () => {
    const { answer } = await drawQuestion({ type: 'integer' }, { alone: false });
    fireEvent.change(box(), { target: { value: '12' } });
    expect(answer()).toBeUndefined();
    fireEvent.blur(box());
    expect(answer()).toBe('12');
  });

  it('is counted up from nothing', async () => {
    const { answer } = await drawQuestion({ type: 'integer', appearance: ['counter'] });
    press('more How was it?');
    press('more How was it?');
    expect(answer()).toBe(1);
  });
});

describe('a range', () => {
  const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'How was it?' });

  it('has said nothing until it is touched, also where its middle is meant', async () => {
    const { answer } = await drawQuestion({ type: 'range', parameters: { start: '0', end: '10' } });
    expect(slider().getAttribute('aria-valuetext')).toBe('slide');
    fireEvent.pointerUp(slider());
    expect(answer()).toBe(5);
  });

  it('counts its steps from a start that may be the greater end', async () => {
    const { answer, typed } = await drawQuestion({
      type: 'range',
      parameters: { start: '1', end: '-1', step: '0.5' },
    });
    fireEvent.change(slider(), { target: { value: '1' } });
    expect(typed()).toBe('0.5');
    fireEvent.pointerUp(slider());
    expect(answer()).toBe(0.5);
  });

  it('reads the names of its ticks', async () => {
    await drawQuestion({
      type: 'slider',
      value: 100,
      parameters: { tick_labelset: 'ends' },
      lists: { tick_labelset: [choice('0'), choice('100')] },
    });
    expect(slider().getAttribute('aria-valuetext')).toBe('The 100');
  });

  it('is stars or steps when its appearance asks', async () => {
    const stars = await drawQuestion({ type: 'range', appearance: ['rating'], parameters: { end: '4' } });
    expect(screen.getAllByRole('radio')).toHaveLength(4);
    fireEvent.click(screen.getByRole('radio', { name: 'stars 3' }));
    expect(stars.answer()).toBe(3);
    cleanup();
    const picker = await drawQuestion({ type: 'range', appearance: ['picker'], parameters: { step: '3' } });
    fireEvent.keyDown(screen.getByRole('spinbutton'), { key: 'ArrowUp' });
    fireEvent.keyDown(screen.getByRole('spinbutton'), { key: 'ArrowUp' });
    expect(picker.answer()).toBe(4);
  });
});

describe('a constant sum', () => {
  const choices = [choice('a'), choice('b')];

  it('is an answer only when everything is shared out', async () => {
    const { answer, typed } = await drawQuestion({
      type: 'constant-sum',
      choices,
      parameters: { total: '10' },
    });
    expect(screen.getByRole('status').textContent).toBe('sum.left 10');
    fireEvent.keyDown(screen.getByRole('spinbutton', { name: 'The a' }), { key: 'PageUp' });
    expect(answer()).toEqual({ a: '10' });
    fireEvent.keyDown(screen.getByRole('spinbutton', { name: 'The a' }), { key: 'ArrowDown' });
    expect(typed()).toBe('a=9');
    expect(screen.getByRole('status').textContent).toBe('sum.left 1');
    press('more The b');
    expect(answer()).toEqual({ a: '9', b: '1' });
    expect(screen.getByRole('status').textContent).toBe('sum.done 10');
  });
});
