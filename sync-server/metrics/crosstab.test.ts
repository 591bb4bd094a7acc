import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Crosstab } from '../../core/protocol/index.ts';
import type { Definition } from '../../core/questionnaire/index.ts';
import { publishSurvey } from '../surveys/index.ts';
import {
  NOON,
  SAMPLE,
  sampleResponse,
  startTestServer,
  type TestConsole,
  type TestDevice,
  type TestServer,
} from '../testing/index.ts';
import { addTouchpoint } from '../touchpoints/index.ts';

const DAY = 86_400_000;
const VISIT = '/data/visit';
const AGE = '/data/age';
const AGAIN = '/data/again';

/** The sample with an age and a readiness to come again; an older version offered other ages. */
const asking = (version: string, ages: readonly string[]) =>
  ({
    ...SAMPLE,
    version,
    choices: { ...SAMPLE.choices, ages: ages.map((name) => ({ name })) },
    elements: [
      ...SAMPLE.elements,
      { type: 'select_one', name: 'age', choices: 'ages', label: { en: 'How old?' } },
      { type: 'nps', name: 'again', label: { en: 'Again?' } },
    ],
  }) as unknown as Definition;

let server: TestServer;
let device: TestDevice;
let browser: TestConsole;
beforeAll(async () => {
  server = await startTestServer();
  await server.store.write(async (tx) => {
    await publishSurvey(tx, 'stay', asking('1', ['child', 'old']), NOON - DAY, { keyQuestions: ['age'] });
    await publishSurvey(tx, 'stay', asking('2', ['young', 'old']), NOON, { keyQuestions: ['age'] });
    const other = { touchpointId: 'other', name: 'Other', timezone: 'Asia/Tokyo', surveyId: 'stay' };
    await addTouchpoint(tx, other, NOON);
  });
  device = await server.device();
  browser = await server.console();
});
afterAll(() => server.stop());

type Said = Parameters<typeof sampleResponse>[0] & { readonly age?: string; readonly again?: string };

function said({ face = 5, age, again, ...members }: Said = {}) {
  const answers = {
    [VISIT]: String(face),
    ...(age === undefined ? {} : { [AGE]: age }),
    ...(again === undefined ? {} : { [AGAIN]: again }),
  };
  return sampleResponse({ surveyId: 'stay', questionnaireVersion: '2', answers, ...members });
}

const push = (...responses: readonly ReturnType<typeof said>[]) =>
  device.push(responses.map((response) => device.seal(response)));

const ask = (query: Readonly<Record<string, string>>, survey = 'stay') =>
  browser.get(
    `/api/console/surveys/${survey}/crosstab?${new URLSearchParams({ rows: VISIT, columns: AGE, ...query }).toString()}`,
  );

const table = async (query: Readonly<Record<string, string>> = {}): Promise<Crosstab> =>
  (await (await ask(query)).json()) as Crosstab;

/** Each test has a time of its own, so that it finds only what it said. */
let days = 0;
const someDay = () => {
  days += 1;
  const finishedAt = NOON - days * 10 * DAY;
  const date = new Date(finishedAt).toISOString().slice(0, 10);
  return { finishedAt, on: { from: date, to: date } };
};

describe('a crosstab', () => {
  it('counts who answered both questions, by both answers', async () => {
    const { finishedAt, on } = someDay();
    await push(
      said({ finishedAt, face: 5, age: 'young' }),
      said({ finishedAt, face: 5, age: 'young', again: '9' }),
      said({ finishedAt, face: 2, age: 'old' }),
      said({ finishedAt, face: 2, again: '3' }),
      said({ finishedAt, face: 4 }),
      said({ finishedAt, face: 1, age: 'ageless' }),
    );
    const found = await table(on);
    expect(found).toMatchObject({ responses: 3, flagged: [] });
    expect(found.rows).toMatchObject({ question: VISIT, values: ['1', '2', '3', '4', '5'] });
    expect(found.columns).toEqual({
      question: AGE,
      label: { en: 'How old?' },
      values: ['young', 'old', 'child'],
    });
    expect(found.cells).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
      [2, 0, 0],
    ]);
    const turned = await table({ ...on, rows: AGE, columns: VISIT });
    expect(turned.cells[0]).toEqual([0, 0, 0, 0, 2]);
  });

  it('knows what older versions offered', async () => {
    const { finishedAt, on } = someDay();
    await push(
      said({ finishedAt, face: 3, age: 'child', questionnaireVersion: '1' }),
      said({ finishedAt, face: 3, age: 'old', questionnaireVersion: '1' }),
      said({ finishedAt, face: 3, age: 'old' }),
    );
    expect((await table(on)).cells[2]).toEqual([0, 2, 1]);
  });

  it('takes the days of the touchpoint, from the first to the last, and one touchpoint alone', async () => {
    const midnight = Date.parse('2026-03-10T15:00:00Z'); // The 11th begins in Tokyo.
    const there = { touchpointId: 'other', age: 'old' };
    await push(
      said({ ...there, finishedAt: midnight - 1, face: 1 }),
      said({ ...there, finishedAt: midnight, face: 2 }),
      said({ ...there, finishedAt: midnight + DAY, face: 3 }),
      said({ finishedAt: midnight, face: 4, age: 'old' }),
    );
    const faces = async (query: Readonly<Record<string, string>>) =>
      (await table(query)).cells.map((row) => row[1]);
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(await faces(march)).toEqual([1, 1, 1, 1, 0]);
    expect(await faces({ ...march, touchpoint: 'other' })).toEqual([1, 1, 1, 0, 0]);
    expect(await faces({ from: '2026-03-11', to: '2026-03-11', touchpoint: 'other' })).toEqual([
      0, 1, 0, 0, 0,
    ]);
  });

  it('leaves out and tells what is under a flag; what is quarantined or erased is in neither', async () => {
    const { finishedAt, on } = someDay();
    const erased = said({ finishedAt, face: 5, age: 'old' });
    await push(
      erased,
      said({ finishedAt, face: 4, age: 'old' }),
      said({ finishedAt, face: 4, age: 'old', flags: ['burst'] }),
      said({ finishedAt, face: 4, age: 'old', questionnaireVersion: 'unheard' }),
    );
    const { status } = await browser.post(`/api/console/responses/${erased.responseId}/erasure`, {});
    expect(status).toBe(200);
    const flagged = [{ flag: 'burst', responses: 1 }];
    expect(await table(on)).toMatchObject({ responses: 1, flagged });
    const all = await table({ ...on, flagged: 'with' });
    expect(all).toMatchObject({ responses: 2, flagged });
    expect(all.cells[3]).toEqual([0, 2, 0]);
  });

  it('refuses what is no pair of counted questions of one survey', async () => {
    expect((await ask({ columns: VISIT })).status).toBe(404);
    expect((await ask({ columns: '/data/comment' })).status).toBe(404);
    expect((await ask({}, 'visit')).status).toBe(404);
    expect((await ask({ from: 'yesterday' })).status).toBe(400);
  });
});
