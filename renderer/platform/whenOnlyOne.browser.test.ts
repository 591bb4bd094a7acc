import { expect, it, vi } from 'vitest';
import { whenOnlyOne } from './whenOnlyOne.ts';

/** Another window holds the lock until it is told to go. */
async function otherWindow(name: string): Promise<() => void> {
  let go: (() => void) | undefined;
  await new Promise<void>((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise<void>((resolve) => (go = resolve));
    });
  });
  return () => go?.();
}

const patience = { timeout: 10_000 };

it('says that another window is in the way, and starts when it is gone', async () => {
  const closeOther = await otherWindow('one');
  const [start, show] = [vi.fn(), vi.fn()];
  whenOnlyOne('one', { start, wait: () => Promise.resolve(show) });
  await vi.waitFor(() => expect(show).toHaveBeenCalledOnce(), patience);
  expect(start).not.toHaveBeenCalled();
  closeOther();
  await vi.waitFor(() => expect(start).toHaveBeenCalledOnce(), patience);
});

it('shows nothing over what has started while the screen that says so was fetched', async () => {
  const closeOther = await otherWindow('two');
  const [start, show] = [vi.fn(), vi.fn()];
  let fetched: ((screen: () => void) => void) | undefined;
  const wait = vi.fn(() => new Promise<() => void>((resolve) => (fetched = resolve)));
  whenOnlyOne('two', { start, wait });
  await vi.waitFor(() => expect(wait).toHaveBeenCalledOnce(), patience);
  closeOther();
  await vi.waitFor(() => expect(start).toHaveBeenCalledOnce(), patience);
  fetched?.(show);
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  expect(show).not.toHaveBeenCalled();
});
