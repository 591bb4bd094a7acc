import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../core/kernel/index.ts';
import { Enrolment } from './Enrolment.tsx';

afterEach(cleanup);

type Enrol = Parameters<typeof Enrolment>[0]['enrol'];
const show = (enrol: Enrol, code?: string) =>
  act(async () => void render(<Enrolment code={code} enrol={enrol} />));
const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent;
const click = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('a device that belongs to nobody yet', () => {
  it('tells how to connect it, and connects with a link that is pasted', async () => {
    const enrol = vi.fn<Enrol>(async () => ok(undefined));
    await show(enrol);
    expect(heading()).toBe('Set up this terminal');
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    fireEvent.change(screen.getByRole('textbox', { name: 'Link or code' }), {
      target: { value: 'https://x.example/terminal/#enrol=ABCD-2345' },
    });
    await click('Connect');
    expect(enrol.mock.calls).toEqual([['ABCD-2345']]);
    expect(heading()).toBe('Connecting this device …');
  });

  it('begins at once with the code of the link that opened it', async () => {
    const enrol = vi.fn<Enrol>(async () => ok(undefined));
    await show(enrol, '#enrol=ABCD-2345');
    expect(enrol).toHaveBeenCalledWith('ABCD-2345');
  });

  it('tries again with the same code where that can help', async () => {
    const enrol = vi.fn<Enrol>(async () => err({ kind: 'unreachable', detail: '' }));
    await show(enrol, '#enrol=ABCD-2345');
    expect(screen.getByRole('alert').textContent).toContain('The code stays valid.');
    await click('Try again');
    expect(enrol.mock.calls).toEqual([['ABCD-2345'], ['ABCD-2345']]);
  });

  it('asks for another code where the old one is worth nothing', async () => {
    const enrol = vi.fn<Enrol>(async () => err({ kind: 'codeInvalid', detail: 'enrolment_code_invalid' }));
    await show(enrol, '#enrol=ABCD-2345');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    await click('Use another code');
    expect(heading()).toBe('Set up this terminal');
  });

  it('knows a text that is no code, and says so in the language that was chosen', async () => {
    const enrol = vi.fn<Enrol>();
    await show(enrol, '#enrol=%%%');
    await click('RU Русский');
    expect(screen.getByRole('alert').textContent).toContain('Это не ссылка и не код Earshot.');
    expect(enrol).not.toHaveBeenCalled();
    expect(document.documentElement.lang).toBe('ru');
  });
});
