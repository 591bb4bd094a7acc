import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PushItem } from '../../core/protocol/index.ts';
import type { Response } from '../../core/response/index.ts';
import { publishSurvey } from '../surveys/index.ts';
import { NOON, SAMPLE, sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';
import { rebuild } from './index.ts';

/** One push of an item: which response, which revision, which face, how long ago; `known` false is quarantined. */
interface Said {
  readonly person: number;
  readonly rev: number;
  readonly face: number;
  readonly hoursAgo: number;
  readonly known: boolean;
}

const said: fc.Arbitrary<Said> = fc.record({
  person: fc.integer({ min: 0, max: 5 }),
  rev: fc.integer({ min: 1, max: 3 }),
  face: fc.integer({ min: 1, max: 5 }),
  hoursAgo: fc.integer({ min: 0, max: 30 }),
  known: fc.boolean(),
});

describe('everything derived can be made again', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  const derived = async () => {
    const { read } = server.store;
    const counters = await read
      .selectFrom('counter')
      .where('count', '!=', 0)
      .selectAll()
      .orderBy('hour_from')
      .orderBy('question')
      .orderBy('value')
      .execute();
    const responses = await read.selectFrom('response').selectAll().orderBy('response_id').execute();
    const comments = await read.selectFrom('comment').selectAll().orderBy('response_id').execute();
    const quarantine = await read
      .selectFrom('quarantine')
      .selectAll()
      .orderBy('response_id')
      .orderBy('rev')
      .execute();
    return { counters, responses, comments, quarantine };
  };

  /** Says independently of the server's code which response counts, from what was pushed in which order. */
  const recount = (pushed: readonly Response[]): Map<string, Response> => {
    const first = new Map<string, Response>();
    for (const response of pushed) {
      const key = `${response.responseId} ${String(response.rev)}`;
      if (!first.has(key)) first.set(key, response);
    }
    const counted = new Map<string, Response>();
    for (const response of first.values()) {
      if (response.surveyId !== 'visit') continue;
      const other = counted.get(response.responseId);
      if (other === undefined || other.rev < response.rev) counted.set(response.responseId, response);
    }
    return counted;
  };

  it('V9 counters equal a recount after any mix of revisions, duplicates, conflicts and quarantine; a rebuild changes nothing', async () => {
    const device = await server.device();
    const browser = await server.console();
    let round = 0;
    const pushed: Response[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(said, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        async (batches) => {
          round += 1;
          for (const batch of batches) {
            const responses = batch.map(({ person, rev, face, hoursAgo, known }) =>
              sampleResponse({
                responseId: `00000000-0000-7000-8000-${String(round * 10 + person).padStart(12, '0')}`,
                rev,
                finishedAt: NOON - hoursAgo * 3_600_000,
                answers: { '/data/visit': String(face), '/data/comment': `face ${String(face)}` },
                ...(known ? {} : { surveyId: 'unheard' }),
              }),
            );
            pushed.push(...responses);
            const { body } = await device.push(responses.map((response) => device.seal(response)));
            expect(body.items.every(({ verdict }) => verdict !== 'retry')).toBe(true);
          }
          const before = await derived();
          const counted = [...recount(pushed).values()];
          expect(before.responses.map(({ response_id: id, rev }) => [id, rev])).toEqual(
            counted
              .map(({ responseId, rev }) => [responseId, rev])
              .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
          );
          const today = counted.filter(({ finishedAt }) => finishedAt >= Date.parse('2026-11-17T22:00:00Z'));
          expect((await browser.overview()).distribution).toEqual(
            [1, 2, 3, 4, 5].map(
              (face) => today.filter(({ answers }) => answers['/data/visit'] === String(face)).length,
            ),
          );
          await rebuild(server.store);
          expect(await derived()).toEqual(before);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('makes the same over several pages', async () => {
    const device = await server.device();
    for (let batch = 0; batch < 3; batch += 1) {
      const items: PushItem[] = [];
      for (let index = 0; index < 450; index += 1)
        items.push(device.seal(sampleResponse({ face: 1 + (index % 5), finishedAt: NOON - index * 60_000 })));
      await device.push(items);
    }
    const before = await derived();
    expect(await rebuild(server.store)).toBe(1_350);
    expect(await derived()).toEqual(before);
  });

  it('V3 a survey that was published since repairs what was quarantined', async () => {
    const device = await server.device();
    const items = [3, 4].map((face) => device.seal(sampleResponse({ face, questionnaireVersion: '2' })));
    const { body } = await device.push(items);
    expect(body.items.map(({ verdict }) => verdict)).toEqual(['quarantined', 'quarantined']);
    await server.store.write((tx) => publishSurvey(tx, 'visit', { ...SAMPLE, version: '2' }, NOON));
    await rebuild(server.store);
    const overview = await (await server.console()).overview();
    expect(overview).toMatchObject({ quarantined: 0, responses: 2, distribution: [0, 0, 1, 1, 0] });
  });
});
