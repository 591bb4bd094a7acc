import { expect, it } from 'vitest';
import { openConsole, shownOverview } from './console.ts';
import { respond } from './respondent.ts';
import { openRoad } from './road.ts';
import { storedResponses } from './store.ts';
import { until } from './until.ts';

const SHOWN_WITHIN = 2_000;

it('shows a new response on the console within two seconds of its commit, without a reload', async () => {
  const { server, terminal, end } = await openRoad();
  try {
    const office = await openConsole(terminal.context, server);
    let loads = 0;
    office.on('load', () => (loads += 1));
    for (const heard of [1, 2, 3]) {
      expect((await shownOverview(office)).responses).toBe(heard - 1);
      await terminal.page.bringToFront();
      await respond(terminal.page, { face: 5, comment: `Heard ${heard}` });
      await until('the response is in the store', 60_000, () =>
        storedResponses(server.dataFolder).length === heard ? true : undefined,
      );
      await until('the console shows it', SHOWN_WITHIN, async () =>
        (await shownOverview(office)).responses === heard ? true : undefined,
      );
      await office.getByText(`Heard ${heard}`).waitFor({ timeout: SHOWN_WITHIN });
    }
    expect(loads).toBe(0);
  } finally {
    await end();
  }
});
