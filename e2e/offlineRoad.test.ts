import { expect, it } from 'vitest';
import type { Response } from '../core/response/index.ts';
import { launchBrowser } from './browser.ts';
import { openConsole, shownOverview } from './console.ts';
import { openDevicePage } from './devicePage.ts';
import { draftCount, waitingCount } from './outbox.ts';
import { atFirstScreen, person, respond, tapFace, type Said } from './respondent.ts';
import { openRoad, terminalAddress } from './road.ts';
import { countedFaces, recountFaces, storedResponses } from './store.ts';
import { until } from './until.ts';

const PEOPLE = 50;

/** What a stored response says, in the shape in which it was given. */
function saidIn({ answers }: Response): Said {
  const reasons = answers['/data/good'] ?? answers['/data/bad'];
  const comment = answers['/data/comment'];
  return {
    face: Number(answers['/data/visit']) as Said['face'],
    ...(reasons === undefined ? {} : { reasons: reasons.split(' ') }),
    ...(comment === undefined ? {} : { comment }),
  };
}

it('[A2] [S4] [V9] takes fifty people offline, bears a killed browser, and delivers each exactly once when the server is back', async () => {
  const { server, terminal, end } = await openRoad();
  await server.stop();
  await terminal.page.reload();
  const given: Said[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    await respond(terminal.page, person(index));
    given.push(person(index));
  }
  await atFirstScreen(terminal.page);
  await tapFace(terminal.page, 2);
  // In the middle of a sitting: the first answer is given and kept, the next question is on the screen.
  await until('the first answer is kept', 60_000, async () =>
    (await draftCount(terminal.page)) === 1 ? true : undefined,
  );
  await terminal.kill();

  const again = await launchBrowser({ profile: terminal.profile });
  try {
    await again.page.goto(terminalAddress(server));
    await atFirstScreen(again.page);
    // The fifty, and the one who was cut off after the first answer.
    await until('the interrupted one is recorded', 60_000, async () =>
      (await waitingCount(again.page)) === PEOPLE + 1 ? true : undefined,
    );
    const devicePage = await openDevicePage(again.page);
    expect(await devicePage.waiting()).toBe(PEOPLE + 1);
    await devicePage.close();

    await server.start();
    const stored = await until('every response is in the store', 60_000, () => {
      const found = storedResponses(server.dataFolder);
      return found.length > PEOPLE ? found : undefined;
    });
    expect(stored).toHaveLength(PEOPLE + 1);
    expect(new Set(stored.map(({ responseId }) => responseId)).size).toBe(PEOPLE + 1);
    const finished = stored.filter(({ response }) => response.endedBy !== 'interrupted');
    expect(finished.map(({ response }) => saidIn(response))).toEqual(given);
    const cutOff = stored.find(({ response }) => response.endedBy === 'interrupted');
    expect(cutOff?.response.answers).toEqual({ '/data/visit': '2' });
    await until('nothing waits on the device', 60_000, async () =>
      (await waitingCount(again.page)) === 0 ? true : undefined,
    );

    const counted = recountFaces(stored);
    expect(countedFaces(server.dataFolder)).toEqual(counted);
    const office = await openConsole(again.context, server);
    const overview = await shownOverview(office);
    const top = (counted[3] ?? 0) + (counted[4] ?? 0);
    expect(overview).toEqual({
      responses: PEOPLE + 1,
      n: PEOPLE + 1,
      csat: Math.round((1000 * top) / (PEOPLE + 1)) / 10,
      faces: counted,
    });
  } finally {
    await again.close();
    await end();
  }
});
