import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { QuestionView } from '../../core/questionnaire/index.ts';
import { Objection } from './Objection.tsx';
import { sayWords, viewOf } from './testing/drawQuestion.tsx';

afterEach(cleanup);

const later = Promise.resolve(sayWords);

async function object(change: Partial<QuestionView>) {
  const onConfirm = vi.fn();
  const words = { cannotBeShown: '', faces: ['', '', '', '', ''] as const, later };
  await act(async () => {
    render(<Objection id="mend" view={viewOf(change)} words={words} onConfirm={onConfirm} />);
    await later;
  });
  return onConfirm;
}

describe('what is to be mended', () => {
  it.each([
    [{ type: 'text' }, { kind: 'required' }, 'problem.required '],
    [{ type: 'integer' }, { kind: 'type', problem: { code: 'malformed' } }, 'problem.integer '],
    [{ type: 'slider' }, { kind: 'type', problem: { code: 'tooHigh', limit: 100 } }, 'problem.tooHigh 100'],
    [{ type: 'rank' }, { kind: 'type', problem: { code: 'incomplete', part: 'a' } }, 'problem.rankAll '],
    [
      { type: 'constant-sum' },
      { kind: 'type', problem: { code: 'wrongTotal', limit: 10 } },
      'problem.wrongTotal 10',
    ],
    [
      { type: 'contact-request' },
      { kind: 'type', problem: { code: 'incomplete', part: 'email' } },
      'problem.contact ',
    ],
    [{ type: 'select_one' }, { kind: 'type', problem: { code: 'notAChoice' } }, 'problem.constraint '],
    [{ type: 'integer' }, { kind: 'constraint', message: 'Not *that* old' }, 'Not that old'],
  ] as const)('%j with %j is announced as %j', async (change, violation, words) => {
    await object({ ...change, violation });
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(screen.getByRole('alert').id).toBe('mend');
  });
});

describe('what is unusual', () => {
  it('can be kept', async () => {
    const onConfirm = await object({ type: 'integer', warning: { message: 'So many?' } });
    expect(screen.getByRole('alert').textContent).toBe('So many?');
    fireEvent.click(screen.getByRole('button', { name: 'keepAnswer' }));
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  it('is not said again once it was kept', async () => {
    await object({ type: 'integer', warning: { message: 'So many?', reason: 'kept' } });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
