import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../core/kernel/index.ts';
import { beginAt, openConsole, region } from '../testing/openConsole.tsx';
import { refused } from '../testing/rehearsedServer.ts';
import { sampleChain, sampleFleet, sampleFleetDevice } from '../testing/sampleFleet.ts';
import { NOW } from '../testing/sampleOverview.ts';

beginAt('#devices');

const WELL = sampleFleetDevice({ deviceId: 'well', name: 'Gate A' });
const HURT = sampleFleetDevice({
  deviceId: 'hurt',
  name: 'Gate B',
  state: 'offline',
  lastContactAt: NOW - 3 * 3_600_000,
  clockOffset: 7_200_000,
  heldVersion: '0',
  health: {
    waiting: 4,
    parked: 0,
    oldestWaitingAt: NOW - 9 * 3_600_000,
    appVersion: '0.0.9',
    noRoom: true,
    storeLoss: { at: NOW - 20 * 3_600_000, restored: 3, lost: 1 },
  },
  chains: [
    sampleChain({
      received: 117,
      lastSeq: 120,
      holes: [
        { from: 14, to: 16 },
        { from: 121, to: 124 },
      ],
    }),
    sampleChain({ storeEpoch: 'e0', forked: true, received: 9, lastSeq: 9 }),
  ],
});

describe('the devices', () => {
  it('say in words how each is, and open with the one that needs somebody most', async () => {
    openConsole({ devices: ok(sampleFleet([WELL, HURT])) });
    const rows = (await screen.findAllByRole('row')).slice(1).map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(
      /^Gate BDepartures.*Offline for 3 hrs1 lost with its storage3 missingNo room leftCopied.*4126$/,
    );
    expect(rows[1]).toMatch(/^Gate ADepartures.*Well1 min ago.*0120$/);
    const detail = await region('Gate B');
    expect(detail.textContent).toContain('Lost before they were sent: 1.');
    expect(detail.textContent).toContain('these are not: 14–16.');
    expect(detail.textContent).toContain('117 received');
    expect(detail.textContent).toContain('4 not sent yet');
    expect(detail.textContent).toContain('2 hrs behind');
    expect(detail.textContent).toContain('version 0 (takes over 1 at its next contact)');
    expect(within(detail).getByText('0.0.9')).toBeDefined();
  });

  it('are chosen by their address, narrowed down and searched', async () => {
    openConsole({ devices: ok(sampleFleet([WELL, HURT])) });
    const link = await screen.findByRole('link', { name: 'Gate A' });
    location.hash = link.getAttribute('href') ?? '';
    expect((await region('Gate A')).textContent).toContain('In contact, answers arrive');
    await waitFor(() => expect(link.getAttribute('aria-current')).toBe('true'));
    fireEvent.click(screen.getByRole('radio', { name: 'Need somebody (1)' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Gate A' })).toBeNull());
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nothing' } });
    await screen.findByText('No device is called that');
  });

  it('does not say that answers arrive where nobody has answered', async () => {
    openConsole({ devices: ok(sampleFleet([{ ...WELL, lastResponseAt: null, chains: [] }])) });
    const detail = await region('Gate A');
    expect(detail.textContent).toContain('In contact, nobody has answered yet');
    expect(detail.textContent).toContain('Nothing yet.');
    expect(detail.textContent).not.toContain('answers arrive');
  });

  it('are revoked after a question that says what becomes of what they send', async () => {
    const { script, sent } = openConsole();
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke Gate A?' });
    expect(dialog.textContent).toContain('kept in quarantine');
    expect(sent).toEqual([]);
    script.devices = ok(sampleFleet([sampleFleetDevice({ revokedAt: NOW })]));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Revoke this device' }));
    await screen.findByRole('button', { name: 'Trust again' });
    expect(sent).toEqual([{ deviceId: 'd1', revoked: true }]);
    expect(screen.getByRole('row', { name: /Gate A/ }).textContent).toContain('Revoked');
  });

  it('follow what the server says, and say from when they are while it is away', async () => {
    const { script, changed, contact } = openConsole();
    await region('Gate A');
    contact(true);
    await screen.findByText('Live');
    script.devices = ok(sampleFleet([{ ...WELL, health: { waiting: 7 } }]));
    changed();
    await waitFor(() => expect(screen.getByRole('row', { name: /Gate A/ }).textContent).toContain('7120'));
    script.devices = refused('unreachable');
    contact(false);
    await screen.findByText(/No contact with the server since/);
  });

  it('have words for none, and for a server that does not answer', async () => {
    const { script } = openConsole({ devices: refused('internal') });
    await screen.findByText(/The server failed/);
    script.devices = ok(sampleFleet([]));
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await screen.findByText('No device yet');
    expect(screen.getByRole('button', { name: 'Add a terminal' })).toBeDefined();
  });
});
