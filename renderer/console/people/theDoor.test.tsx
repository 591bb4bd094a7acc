import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { beginAt, openConsole, region } from '../testing/openConsole.tsx';
import { refused } from '../testing/rehearsedServer.ts';

beginAt('');

const type = (label: string, text: string): void => {
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value: text } });
};

describe('the door', () => {
  it('asks who it is and lets the right person in', async () => {
    const { sent } = openConsole({ session: refused('not_signed_in') });
    await screen.findByRole('heading', { name: 'Sign in' });
    type('E-mail', ' anna@example.com ');
    type('Password', 'correct horse');
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByRole('heading', { name: 'Departures' });
    expect(sent).toEqual([{ email: 'anna@example.com', password: 'correct horse' }]);
  });

  it('says in plain words that the password is wrong, and for how long to wait', async () => {
    const { script } = openConsole({
      session: refused('not_signed_in'),
      signIn: refused('credentials_invalid'),
    });
    await screen.findByRole('heading', { name: 'Sign in' });
    type('E-mail', 'anna@example.com');
    type('Password', 'wrong');
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/wrong/);
    script.signIn = refused('too_many_requests', 240);
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('4 min'));
  });

  it('sends nothing that the server would refuse, and says what is missing', async () => {
    location.hash = '#setup=the-code';
    const { sent } = openConsole({ session: refused('not_signed_in') });
    await screen.findByRole('heading', { name: 'Set up this server' });
    type('E-mail', 'anna');
    type('Password', 'too short');
    fireEvent.click(screen.getByRole('button', { name: 'Create administrator' }));
    expect(screen.getByText('Enter your name.')).toBeDefined();
    expect(screen.getByText(/such as anna@example.com/)).toBeDefined();
    expect(screen.getByText('The password needs at least 10 characters.')).toBeDefined();
    expect(sent).toEqual([]);
  });

  it('takes the code of a set-up link and then out of the address', async () => {
    location.hash = '#setup=the-code';
    const { sent } = openConsole({ session: refused('not_signed_in') });
    await screen.findByRole('heading', { name: 'Set up this server' });
    type('Your name', 'Anna Ozola');
    type('E-mail', 'anna@example.com');
    type('Password', 'correct horse');
    fireEvent.click(screen.getByRole('button', { name: 'Create administrator' }));
    await screen.findByRole('heading', { name: 'Departures' });
    expect(sent).toEqual([
      { code: 'the-code', name: 'Anna Ozola', email: 'anna@example.com', password: 'correct horse' },
    ]);
    expect(location.hash).toBe('');
  });

  it('shows and hides the password', async () => {
    openConsole({ session: refused('not_signed_in') });
    await screen.findByRole('heading', { name: 'Sign in' });
    const field = screen.getByLabelText('Password', { selector: 'input' });
    expect(field.getAttribute('type')).toBe('password');
    const show = screen.getByRole('button', { name: 'Show password', pressed: false });
    fireEvent.keyDown(show, { key: ' ' });
    expect(field.getAttribute('type')).toBe('text');
    fireEvent.mouseDown(screen.getByRole('button', { name: 'Show password', pressed: true }));
    expect(field.getAttribute('type')).toBe('password');
  });

  it('tells that a session has ended while it was open', async () => {
    const { script, changed } = openConsole();
    await region('CSAT');
    script.overview = refused('not_signed_in');
    changed();
    await screen.findByText('Your session has ended. Sign in again to go on.');
  });

  it('goes out by the account panel', async () => {
    openConsole();
    fireEvent.click(await screen.findByRole('button', { name: 'Account: Anna Ozola' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    await screen.findByRole('heading', { name: 'Sign in' });
    expect(screen.queryByText(/session has ended/)).toBeNull();
  });
});
