import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../core/kernel/index.ts';
import type { Span } from '../../../core/protocol/index.ts';
import { beginAt, openConsole } from '../testing/openConsole.tsx';
import type { Script } from '../testing/rehearsedServer.ts';

beginAt('');

const SHOP: Span = { from: '09:00', to: '18:00' };
const HERE = { touchpointId: 't1', name: 'Departures', timezone: 'Europe/Riga', surveyTitle: 'Visit' };

async function openForm(changes: Partial<Script> = {}) {
  const rehearsed = openConsole(changes);
  fireEvent.click(await screen.findByRole('button', { name: 'Opening hours' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Opening hours of Departures' }));
  const press = (name: string): void => void fireEvent.click(dialog.getByRole('button', { name }));
  const write = (label: string, value: string): void =>
    void fireEvent.change(dialog.getByLabelText(label), { target: { value } });
  return { ...rehearsed, dialog, press, write };
}
const gone = (): Promise<void> => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('opening hours', () => {
  it('are written for a week and for days that differ, and sent whole', async () => {
    const { dialog, press, write, sent } = await openForm();
    fireEvent.click(dialog.getByRole('radio', { name: 'At these hours' }));
    write('Monday, closes at', '00:00');
    press('Monday to Friday like Monday');
    press('Saturday: Add hours');
    press('Sunday: remove these hours');
    press('Add a day');
    press('Save opening hours');
    expect(dialog.getByRole('alert').textContent).toMatch(/^Some hours have no|^One of the other days/);
    write('Date', '2026-12-24');
    press('Save opening hours');
    expect(dialog.getByRole('alert').textContent).toContain('Some hours have no beginning or no end.');
    const [, second] = dialog.getAllByLabelText('Saturday, opens at');
    const [, secondEnd] = dialog.getAllByLabelText('Saturday, closes at');
    if (second === undefined || secondEnd === undefined) throw new Error('no second span on Saturday');
    fireEvent.change(second, { target: { value: '22:00' } });
    fireEvent.change(secondEnd, { target: { value: '02:00' } });
    expect(dialog.getByText('the next day')).toBeDefined();
    press('Save opening hours');
    await gone();
    const late: Span = { from: '09:00', to: '24:00' };
    expect(sent).toEqual([
      {
        touchpointId: 't1',
        openingHours: {
          week: [...Array.from({ length: 5 }, () => [late]), [SHOP, { from: '22:00', to: '02:00' }], []],
          otherDays: [{ date: '2026-12-24', spans: [] }],
        },
      },
    ]);
  });

  it('that are kept are shown, and can be given up', async () => {
    const openingHours = { week: Array.from({ length: 7 }, () => [SHOP]), otherDays: [] };
    const { dialog, press, sent } = await openForm({
      touchpoints: ok({ touchpoints: [{ ...HERE, openingHours }] }),
    });
    expect(dialog.getByLabelText('Monday, opens at')).toHaveProperty('value', '09:00');
    fireEvent.click(dialog.getByRole('radio', { name: 'Always open' }));
    press('Save opening hours');
    await gone();
    expect(sent).toEqual([{ touchpointId: 't1', openingHours: null }]);
  });

  it('stay on the screen when they could not be kept, with the reason', async () => {
    const { dialog, press, server } = await openForm();
    Object.assign(server, { setOpeningHours: async () => err({ code: 'unreachable' }) });
    press('Save opening hours');
    expect((await dialog.findByRole('alert')).textContent).not.toBe('');
  });
});
