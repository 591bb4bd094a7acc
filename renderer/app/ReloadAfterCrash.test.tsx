import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, it } from 'vitest';
import { ReloadAfterCrash } from './ReloadAfterCrash.tsx';

afterEach(cleanup);

it('goes on with what is in memory where nothing is there to load the page from', async () => {
  let broken = true;
  const Asked = () => {
    if (broken) throw new Error('a part could not be loaded');
    return <h1>How was your visit?</h1>;
  };
  const isExpected = (event: ErrorEvent): void => event.preventDefault();
  addEventListener('error', isExpected);
  render(
    <ReloadAfterCrash>
      <Asked />
    </ReloadAfterCrash>,
    { onCaughtError: () => undefined },
  );
  removeEventListener('error', isExpected);
  broken = false;
  fireEvent.click(screen.getByRole('button'));
  await screen.findByRole('heading', { name: 'How was your visit?' });
});
