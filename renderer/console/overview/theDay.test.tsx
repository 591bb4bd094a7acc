import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../core/kernel/index.ts';
import { beginAt, openConsole, region } from '../testing/openConsole.tsx';
import { NOW, emptyOverview, sampleDevice, sampleOverview } from '../testing/sampleOverview.ts';

beginAt('');

describe('languages', () => {
  it('begins in the browser’s and keeps the one chosen', async () => {
    const { preferences } = openConsole({}, ['de-AT', 'en']);
    await region('Rückmeldungen heute');
    expect(screen.getByRole('heading', { name: 'Wie war Ihr Besuch heute?' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'LV Latviešu' }));
    const csat = await region('CSAT');
    expect(csat.textContent).toContain('82,0');
    expect(document.documentElement.lang).toBe('lv');
    expect(preferences.read('console.language')).toBe('lv');
  });
});

describe('the day', () => {
  it('never shows a percentage without its interval and n', async () => {
    openConsole();
    const csat = await region('CSAT');
    expect(csat.textContent).toContain('82.0%');
    expect(csat.textContent).toContain('73.3–88.3%');
    expect(csat.textContent).toContain('n 100');
  });

  it('says each face in words with its share and count', async () => {
    openConsole();
    const card = await region('How was your visit today?');
    const faces = within(card)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(faces[0]).toMatch(/^Very bad3%.*3 answers$/);
    expect(faces[4]).toMatch(/^Very good32%.*32 answers$/);
  });

  it('says the hours in a table, gaps and all', async () => {
    openConsole();
    const rows = within(await region('Hour by hour')).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'HourCSAT95% intervalAnswers',
      '09:00–10:0083.3%72.0–90.7%60',
      '10:00–11:00no answers–0',
      '11:00–12:0080.0%64.1–90.0%35',
      '12:00–13:00no answers–0',
      '13:00–14:0080.0%37.6–96.4%5',
      '14:00–15:00no answers–0',
    ]);
  });

  it('shows words with language, clock and age, in their own language', async () => {
    openConsole();
    const [today, yesterday] = within(await region('What people say')).getAllByRole('listitem');
    expect(today?.textContent).toBe('Ļoti labi!Very goodLatvian14:284 min ago');
    expect(today?.querySelector('[lang=lv]')?.textContent).toBe('Ļoti labi!');
    expect(yesterday?.textContent).toContain('20 Nov, 12:32');
  });

  it('speaks of quarantine only where something is in it', async () => {
    const { script, changed } = openConsole();
    await region('CSAT');
    expect(screen.queryByRole('region', { name: 'In quarantine' })).toBeNull();
    script.overview = ok(sampleOverview({ quarantined: 3 }));
    changed();
    expect((await region('In quarantine')).textContent).toContain('3');
  });

  it('keeps the PIN of a device covered until it is asked for', async () => {
    openConsole();
    const devices = await region('Devices');
    expect(devices.textContent).not.toContain('482915');
    fireEvent.click(within(devices).getByRole('button', { name: /Show PIN/ }));
    expect(devices.textContent).toContain('PIN 482915');
  });

  it('counts the responses of a survey without a smiley, and says which numbers that leaves out', async () => {
    openConsole({ overview: ok(sampleOverview({ rated: false, question: {} })) });
    const card = await region('Responses by hour');
    expect(card.textContent).toContain('No rating in this survey');
    expect(within(card).getByRole('row', { name: /09:00/ }).textContent).toBe('09:0060');
    expect((await region('Responses today')).textContent).toContain('103');
    expect((await region('Responses today')).textContent).not.toContain('without a rating');
    expect(screen.queryByRole('region', { name: 'CSAT' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Hour by hour' })).toBeNull();
  });

  it('says at first sight which device is out of contact', async () => {
    const lost = sampleDevice({
      deviceId: 'd2',
      name: 'Gate B',
      state: 'offline',
      lastContactAt: NOW - 4 * 3_600_000,
    });
    openConsole({ overview: ok(sampleOverview({ devices: [sampleDevice(), lost] })) });
    const rows = within(await region('Devices now')).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual(['Gate BOffline for 4 hrs', 'Gate AWell']);
  });

  it('has words for a day on which nobody has answered', async () => {
    openConsole({ overview: ok(emptyOverview()) });
    expect((await region('CSAT')).textContent).toContain('No answers yet');
    expect((await region('CSAT')).textContent).not.toContain('%');
    expect((await region('Responses today')).textContent).toContain(
      'Nobody has answered this survey yet today',
    );
    expect((await region('Hour by hour')).textContent).toContain('No answers yet today');
    expect((await region('What people say')).textContent).toContain('No comments yet');
  });

  it('puts adding a terminal first where there is no device', async () => {
    openConsole({ overview: ok(sampleOverview({ devices: [] })) });
    const first = await region('No device here yet');
    fireEvent.click(within(first).getByRole('button', { name: 'Add a terminal' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a terminal to Departures' });
    await within(dialog).findByRole('img', { name: 'Enrolment link as a QR code' });
    expect(within(dialog).getByLabelText('Enrolment link').getAttribute('value')).toContain('#enrol=abc');
    expect(dialog.textContent).toContain('until 21 Nov, 15:32');
  });

  it('says that a server has no touchpoint', async () => {
    openConsole({ touchpoints: ok({ touchpoints: [] }) });
    await screen.findByRole('heading', { name: 'No touchpoint yet' });
  });

  it('offers a choice only among several touchpoints, and names it in the address', async () => {
    const one = { touchpointId: 't1', name: 'Departures', timezone: 'Europe/Riga', surveyTitle: 'Visit' };
    openConsole({
      touchpoints: ok({ touchpoints: [one, { ...one, touchpointId: 't2', name: 'Arrivals' }] }),
    });
    fireEvent.click(await screen.findByRole('textbox', { name: 'Touchpoint' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Arrivals', hidden: true }));
    await waitFor(() => expect(location.hash).toBe('#touchpoint=t2'));
  });
});
