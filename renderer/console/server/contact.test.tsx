import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../core/kernel/index.ts';
import { beginAt, openConsole, region } from '../testing/openConsole.tsx';
import { ANNA_IN, refused } from '../testing/rehearsedServer.ts';
import { sampleOverview } from '../testing/sampleOverview.ts';

beginAt('');

describe('contact with the server', () => {
  it('shows what was said as soon as the server says that something changed', async () => {
    const { script, changed, contact } = openConsole();
    await region('CSAT');
    contact(true);
    await screen.findByText('Live');
    script.overview = ok(sampleOverview({ responses: 104 }));
    changed();
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Responses today' }).textContent).toContain('104'),
    );
  });

  it('keeps the numbers and says from when they are while the server is away, and goes on by itself', async () => {
    const { script, contact, changed } = openConsole();
    await region('CSAT');
    script.overview = refused('unreachable');
    contact(false);
    await screen.findByText('No contact with the server since 14:32');
    expect(screen.getByText('Reconnecting, last updated 14:32')).toBeDefined();
    expect(screen.getByRole('region', { name: 'CSAT' }).textContent).toContain('82.0%');
    script.overview = ok(sampleOverview());
    contact(true);
    changed();
    await screen.findByText('Live');
    expect(screen.queryByText(/No contact/)).toBeNull();
  });

  it('says why there is nothing to show, that nothing is lost, and tries again when asked', async () => {
    const { script } = openConsole({ overview: refused('internal') });
    await screen.findByRole('heading', { name: 'The numbers cannot be shown' });
    expect(screen.getByText(/terminals keep every response/)).toBeDefined();
    script.overview = ok(sampleOverview());
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await region('CSAT');
  });

  it('is not fooled by a network’s sign-in page', async () => {
    const { script } = openConsole({ session: refused('unreadable') });
    await screen.findByText(/Something other than Earshot answered/);
    script.session = ANNA_IN;
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await region('CSAT');
  });
});
