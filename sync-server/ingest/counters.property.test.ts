import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Definition } from '../../core/questionnaire/index.ts';
import type { Response } from '../../core/response/index.ts';
import { findDevice, type Device } from '../devices/index.ts';
import { EventHub } from '../events/index.ts';
import { publishSurvey } from '../surveys/index.ts';
import {
  NOON,
  SAMPLE,
  sampleResponse,
  startTestServer,
  type TestDevice,
  type TestServer,
} from '../testing/index.ts';
import { noteAcceptance } from './acceptances.ts';
import { folderStore } from '../attachments/index.ts';
import { acceptQuarantined, eraseResponse, ingestBatch, rebuild } from './index.ts';
import { combinationKey, counterKey, recount } from './rehearsal/recount.ts';
import { RehearsedInbox } from './rehearsal/rehearsedInbox.ts';

const HOUR = 3_600_000;
const ANNA = { personId: 'anna', name: 'Anna' };
const LEAST_SECONDS = 2;
const ASKED = {
  ...SAMPLE,
  choices: { ...SAMPLE.choices, ages: [{ name: 'young' }, { name: 'old' }] },
  elements: [
    ...SAMPLE.elements,
    { type: 'nps', name: 'again', label: { en: 'Again?' } },
    { type: 'select_one', name: 'age', choices: 'ages', label: { en: 'How old?' } },
  ],
} as Definition;

const said = fc.record({
  person: fc.nat(4),
  rev: fc.integer({ min: 1, max: 3 }),
  face: fc.integer({ min: 1, max: 5 }),
  again: fc.constantFrom('0', '10', '11'),
  age: fc.constantFrom('young', 'old', 'ageless'),
  hoursAgo: fc.constantFrom(0, 1, 30),
  took: fc.constantFrom(1_000, 6_000),
  flags: fc.constantFrom([], [], ['burst'], ['of_tomorrow', 'burst'], ['of_tomorrow']),
  channel: fc.constantFrom('terminal' as const, 'interview' as const),
  known: fc.boolean(),
});
type Said = typeof said extends fc.Arbitrary<infer One> ? One : never;

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ push: fc.array(said, { minLength: 1, maxLength: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ again: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.constantFrom('revoke' as const, 'trust' as const, 'count' as const) },
  { weight: 1, arbitrary: fc.constant('publish' as const) },
  { weight: 2, arbitrary: fc.constant('accept' as const) },
  { weight: 2, arbitrary: fc.record({ erase: fc.nat(4) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

let server: TestServer;
let sealer: TestDevice;
let device: Device;
beforeAll(async () => {
  server = await startTestServer();
  sealer = await server.device();
  const found = await findDevice(server.store.read, sealer.deviceId);
  if (found === null) throw new Error('it was just enrolled');
  device = found;
});
afterAll(() => server.stop());

const publish = (surveyId: string, version: string) =>
  server.store.write((tx) =>
    publishSurvey(tx, surveyId, { ...ASKED, version }, NOON, {
      keyQuestions: ['age'],
      leastSeconds: LEAST_SECONDS,
    }),
  );

/** One history: a survey of its own, so that each finds no counters. */
class History {
  readonly #surveyId: string;
  readonly #round: number;
  readonly #pushed: Response[][] = [];
  #revokedAt: number | null = null;
  readonly #parts = {
    store: server.store,
    clock: server.clock,
    events: new EventHub(),
    contents: folderStore(server.folder),
  };
  readonly model = new RehearsedInbox(['known']);

  constructor(round: number) {
    this.#round = round;
    this.#surveyId = `survey-${String(round)}`;
  }

  begin = () => publish(this.#surveyId, 'known');

  async do(step: Step): Promise<void> {
    if (step === 'publish') {
      await publish(this.#surveyId, 'later');
      this.model.publish('later');
    } else if (step === 'accept') {
      await acceptQuarantined(server.store, this.#parts.events);
      this.model.accept();
    } else if (step === 'count') {
      const accepted = { deviceId: device.deviceId, by: 'Anna', at: NOON };
      await server.store.write((tx) => noteAcceptance(tx, accepted));
      await acceptQuarantined(server.store, this.#parts.events, device.deviceId);
      this.model.acceptRevoked();
    } else if (step === 'revoke' || step === 'trust') {
      this.#revokedAt = step === 'revoke' ? NOON : null;
    } else if ('erase' in step) {
      const id = this.#idOf(step.erase);
      expect(await eraseResponse(this.#parts, id, ANNA)).toBe(this.model.erase(id));
    } else {
      await this.#push(
        'push' in step ? step.push.map((one) => this.#response(one)) : (this.#pushed[step.again] ?? []),
      );
    }
  }

  async #push(responses: readonly Response[]): Promise<void> {
    this.#pushed.push([...responses]);
    const items = responses.map((response) => sealer.seal(response));
    const sender = { ...device, revokedAt: this.#revokedAt };
    await ingestBatch(this.#parts, sender, { batchId: 'b', storeEpoch: sealer.storeEpoch, items });
    for (const response of responses) this.model.push(response, this.#revokedAt !== null);
  }

  #idOf = (person: number): string =>
    `00000000-0000-7000-8000-${String(this.#round * 10 + person).padStart(12, '0')}`;

  #response({ person, rev, face, again, age, hoursAgo, took, flags, channel, known }: Said): Response {
    const finishedAt = NOON - hoursAgo * HOUR;
    return sampleResponse({
      responseId: this.#idOf(person),
      rev,
      surveyId: this.#surveyId,
      questionnaireVersion: known ? 'known' : 'later',
      finishedAt,
      startedAt: finishedAt - took,
      channel,
      flags,
      answers: {
        '/data/visit': String(face),
        '/data/again': again,
        '/data/age': age,
        '/data/comment': 'So so.',
      },
    });
  }

  /** Every row, also one that would count nothing. */
  async counters(): Promise<Record<string, number>> {
    const { read } = server.store;
    const kept = {
      counters: await read
        .selectFrom('counter')
        .where('survey_id', '=', this.#surveyId)
        .selectAll()
        .execute(),
      together: await read
        .selectFrom('combination')
        .where('survey_id', '=', this.#surveyId)
        .selectAll()
        .execute(),
    };
    const counters = kept.counters.map((row): [string, number] => [
      counterKey(row.hour_from, row.local_date, row.channel, row.flag, row.question, row.value),
      row.count,
    ]);
    const together = kept.together.map((row): [string, number] => [
      combinationKey(row.local_date, row.flag, row.questionnaire_version, row.given),
      row.count,
    ]);
    return Object.fromEntries([...counters, ...together]);
  }

  async rows(table: 'quarantine' | 'comment'): Promise<number> {
    const rows = await server.store.read.selectFrom(table).select('response_id').execute();
    const own = new Set([0, 1, 2, 3, 4].map(this.#idOf));
    return rows.filter(({ response_id }) => own.has(response_id)).length;
  }
}

const derived = async () => {
  const { read } = server.store;
  const tables = [
    await read.selectFrom('counter').selectAll().execute(),
    await read.selectFrom('combination').selectAll().execute(),
    await read.selectFrom('response').selectAll().execute(),
    await read.selectFrom('comment').selectAll().execute(),
  ];
  return tables.map((rows) => rows.map((row) => JSON.stringify(row)).sort());
};

describe('counters', () => {
  it('V9 B5 equal a recount after any mix of pushes, duplicates, conflicts, revisions, quarantine, revocation, late acceptance and erasure; a rebuild gives the same rows', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        round += 1;
        const history = new History(round);
        await history.begin();
        for (const one of steps) {
          await history.do(one);
          expect(await history.counters()).toEqual(recount(history.model.counted, LEAST_SECONDS * 1_000));
        }
        expect(await history.rows('comment')).toBe(history.model.counted.length);
        expect(await history.rows('quarantine')).toBe(history.model.quarantined);
        await acceptQuarantined(server.store, new EventHub());
        const before = await derived();
        await rebuild(server.store);
        expect(await derived()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});
