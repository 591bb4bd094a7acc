import { expect, it } from 'vitest';
import { removeDatabases } from './device/damageProfile.ts';
import { switchOff } from './device/switchOff.ts';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { waitingCount } from './outbox.ts';
import { atFirstScreen, respond } from './respondent.ts';
import { openRoad, terminalAddress } from './road.ts';

it('one window of a terminal writes; a second one waits, and goes on by itself when the first is closed', async () => {
  const { server, terminal, end } = await openRoad();
  try {
    const second = await terminal.context.newPage();
    await second.goto(terminalAddress(server));
    await second.getByRole('heading', { name: 'Already open' }).waitFor();
    expect(await second.locator('[role="radiogroup"]').count()).toBe(0);
    await terminal.page.close();
    await atFirstScreen(second);
  } finally {
    await end();
  }
});

it('a terminal whose databases are gone says so, offline, too, and how many responses it saved', async () => {
  const { server, terminal } = await openRoad();
  let again: TestBrowser | undefined;
  try {
    await server.stop();
    for (const face of [1, 5] as const) {
      await respond(terminal.page, { face });
      await atFirstScreen(terminal.page);
    }
    await switchOff(terminal);
    removeDatabases(terminal.profile);
    again = await launchBrowser({ profile: terminal.profile });
    await again.page.goto(terminalAddress(server));
    await again.page.getByText('The storage was damaged').waitFor();
    await again.page.getByText('2 responses are kept here.').waitFor();
    await again.page.getByText('No response is lost.').waitFor();
    expect(await waitingCount(again.page)).toBe(2);
  } finally {
    await (again ?? terminal).close();
    await server.remove();
  }
});
