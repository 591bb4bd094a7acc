import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { beginAt, openConsole } from '../testing/openConsole.tsx';

beginAt('#keys');
afterEach(() => vi.restoreAllMocks());

it('a key that could not be made is said not to be, and can be tried again', async () => {
  openConsole();
  fireEvent.click(await screen.findByRole('button', { name: /^Make a (new )?key$/ }));
  const dialog = await screen.findByRole('dialog', { name: 'A new key' });
  const make = within(dialog).getByRole('button', { name: 'Make a key' });
  const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation(() => {
    throw new Error('no randomness');
  });
  fireEvent.click(make);
  expect((await within(dialog).findByRole('alert')).textContent).toContain('No key was made');
  random.mockRestore();
  fireEvent.click(make);
  await within(dialog).findByRole('region', { name: 'Private key of the project' });
  expect(within(dialog).queryByRole('alert')).toBeNull();
});
