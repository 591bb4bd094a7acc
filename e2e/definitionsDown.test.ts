import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HelloReply } from '../core/protocol/index.ts';
import { ADMINISTRATOR, TestConsole } from '../sync-server/testing/index.ts';
import { heldQuestionnaire, syncNow } from './outbox.ts';
import { atFirstScreen } from './respondent.ts';
import { openRoad, type Road } from './road.ts';
import { until } from './until.ts';

const SAMPLE = JSON.parse(
  readFileSync(join(import.meta.dirname, '../assets/questionnaires/sample.json'), 'utf8'),
) as Record<string, unknown>;

let road: Road;
beforeAll(async () => {
  road = await openRoad();
});
afterAll(() => road.end());

/** Another questionnaire at the sample touchpoint, as somebody at head office publishes it. */
async function publish(): Promise<void> {
  const office = new TestConsole(road.server.origin);
  const code = new URL(road.server.link('#setup=')).hash.replace('#setup=', '');
  expect((await office.post('/api/console/setup', { code, ...ADMINISTRATOR })).status).toBe(200);
  const reply = await office.post('/api/console/surveys', {
    surveyId: 'second',
    definition: { ...SAMPLE, id: 'second', version: '2' },
    touchpointIds: ['sample'],
  });
  expect(reply.status).toBe(200);
}

/** What may become of a reply on its way: it ends in the middle of the definition, or there is none in it. */
const BREAKS: readonly ((body: string) => string)[] = [
  (body) => body.slice(0, body.length / 2),
  (body) => {
    const reply = JSON.parse(body) as HelloReply;
    return JSON.stringify({ ...reply, survey: { ...reply.survey, definition: null } });
  },
];

it('D3 a device goes on asking what it has until the new definition is there whole', async () => {
  const { page, context } = road.terminal;
  const held = await heldQuestionnaire(page);
  await publish();
  let broken = 0;
  let whole = false;
  await context.route('**/api/sync/hello', async (route) => {
    const response = await route.fetch();
    const spoil = BREAKS[broken % BREAKS.length];
    if (whole || spoil === undefined) return route.fulfill({ response });
    const body = spoil(await response.text());
    await route.fulfill({ response, body });
    broken += 1;
  });
  // Each way twice: a later hello is said only after the earlier reply was dealt with.
  await until('every broken reply', 60_000, async () => {
    if (broken >= 2 * BREAKS.length) return true;
    await syncNow(page);
    return undefined;
  });
  expect(await heldQuestionnaire(page)).toBe(held);
  await page.reload();
  await atFirstScreen(page);
  expect(await heldQuestionnaire(page)).toBe(held);
  whole = true;
  await until('the new questionnaire', 60_000, async () => {
    await syncNow(page);
    return (await heldQuestionnaire(page)) === 'second' ? true : undefined;
  });
  await atFirstScreen(page);
});
