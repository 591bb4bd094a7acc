import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChoiceView, QuestionView } from '../../core/questionnaire/index.ts';
import { AnyQuestion } from './AnyQuestion.tsx';
import type { QuestionProps } from './questionProps.ts';
import { drawQuestion, viewOf } from './testing/drawQuestion.tsx';

afterEach(cleanup);

const WORDS: QuestionProps['words'] = {
  cannotBeShown: 'cannot be shown',
  faces: ['Very bad', 'Bad', 'Okay', 'Good', 'Very good'],
  later: new Promise(() => undefined),
};

/** Draws the question alone, as a preview would, and answers with what it says. */
function draw(change: Partial<QuestionView>) {
  const onAnswer = vi.fn<QuestionProps['onAnswer']>();
  const onType = vi.fn<QuestionProps['onType']>();
  render(
    <>
      <h1 id="asks">How was it?</h1>
      <AnyQuestion
        view={viewOf(change)}
        labelId="asks"
        describedBy={undefined}
        alone
        language="en"
        words={WORDS}
        typed={undefined}
        onAnswer={onAnswer}
        onType={onType}
      />
    </>,
  );
  return { onAnswer, onType };
}

const radios = () => screen.getAllByRole('radio');
const named = (name: string, exclusive = false): ChoiceView => ({
  name,
  label: `The ${name}`,
  ...(exclusive && { exclusive }),
});

describe('smileys', () => {
  it('are a group of five named faces, answered by one tap', () => {
    const { onAnswer } = draw({});
    expect(screen.getByRole('radiogroup').getAttribute('aria-labelledby')).toBe('asks');
    expect(radios().map(({ textContent }) => textContent)).toEqual(WORDS.faces);
    fireEvent.click(screen.getByRole('radio', { name: 'Good' }));
    expect(onAnswer.mock.calls).toEqual([[4, { complete: true }]]);
  });

  it('do without the middle when there are four, and take the names of the questionnaire', () => {
    const { onAnswer } = draw({
      parameters: { points: '4' },
      choices: [named('1'), named('2'), named('3'), named('4')],
    });
    expect(radios()).toHaveLength(4);
    fireEvent.click(screen.getByRole('radio', { name: 'The 3' }));
    expect(onAnswer).toHaveBeenCalledWith(3, { complete: true });
  });

  it('let the arrows look around without answering', () => {
    const { onAnswer } = draw({});
    const [first, second] = radios();
    first?.focus();
    fireEvent.keyDown(first ?? document.body, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second ?? document.body, { key: 'End' });
    expect(document.activeElement).toBe(radios().at(-1));
    fireEvent.keyDown(radios().at(-1) ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(first);
    expect(radios().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it('show which one was tapped', () => {
    draw({ value: 2 });
    expect(radios().map((radio) => radio.getAttribute('aria-checked'))).toEqual([
      'false',
      'true',
      'false',
      'false',
      'false',
    ]);
  });
});

describe('tiles, any number of them', () => {
  const choices = [named('speed'), named('staff'), named('none', true)];
  const tap = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name: `The ${name}` }));

  it.each([
    [[], 'staff', ['staff']],
    [['staff'], 'speed', ['staff', 'speed']],
    [['staff', 'speed'], 'staff', ['speed']],
    [['staff', 'speed'], 'none', ['none']],
    [['none'], 'speed', ['speed']],
  ])('turn %j with a tap on %s into %j', (value, part, result) => {
    const { onAnswer } = draw({ type: 'select_multiple', choices, value });
    tap(part);
    expect(onAnswer.mock.calls).toEqual([[result, { part, complete: false }]]);
  });
});

describe('tiles, one of them', () => {
  it('are answered by one tap', () => {
    const { onAnswer } = draw({ type: 'select_one', choices: [named('a'), named('b')] });
    fireEvent.click(screen.getByRole('radio', { name: 'The b' }));
    expect(onAnswer).toHaveBeenCalledWith('b', { complete: true });
  });
});

describe('a text', () => {
  it('hands on what is written', async () => {
    const { onType } = await drawQuestion({ type: 'text', value: 'so far' });
    const box = screen.getByRole('textbox', { name: 'How was it?' });
    expect((box as HTMLTextAreaElement).value).toBe('so far');
    fireEvent.change(box, { target: { value: 'so far so good' } });
    expect(onType).toHaveBeenCalledWith('so far so good');
  });
});

it('a note has nothing to answer', () => {
  draw({ type: 'note' });
  expect(document.body.textContent).toBe('How was it?');
});
