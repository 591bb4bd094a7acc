import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  Audit,
  ConflictList,
  InboxSummary,
  Judged,
  QuarantineList,
  Quarantined,
} from '../../core/protocol/index.ts';
import { rebuild } from '../ingest/index.ts';
import {
  NOON,
  sampleResponse,
  startTestServer,
  type TestConsole,
  type TestDevice,
  type TestServer,
} from '../testing/index.ts';

const FROM = '/data/how';

const step = fc.oneof(
  fc.record({ fix: fc.nat(3), named: fc.boolean() }),
  fc.record({ unfix: fc.nat(3) }),
  fc.record({ dismiss: fc.nat(3) }),
  fc.record({ back: fc.nat(3) }),
  fc.record({
    choose: fc.nat(2),
    choice: fc.constantFrom('first' as const, 'second' as const, 'both' as const),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Three that were never published (faces 1 to 3, under a name of their own) and two conflicts (faces 4 and 5). */
class Expected {
  readonly #fixed = new Map<number, boolean>();
  readonly #dismissed = new Set<number>();
  readonly #chosen = new Map<number, 'first' | 'second' | 'both'>();

  /** Whether the server is to agree. */
  do(one: Step): boolean {
    if ('choose' in one) this.#chosen.set(one.choose % 2, one.choice);
    else if ('fix' in one) {
      const which = one.fix % 3;
      if (this.#fixed.has(which) || this.#dismissed.has(which)) return false;
      this.#fixed.set(which, one.named);
    } else if ('unfix' in one) return this.#fixed.delete(one.unfix % 3);
    else if ('dismiss' in one) {
      const which = one.dismiss % 3;
      if (this.#fixed.has(which) || this.#dismissed.has(which)) return false;
      this.#dismissed.add(which);
    } else return this.#dismissed.delete(one.back % 3);
    return true;
  }

  get distribution(): number[] {
    const faces = [0, 0, 0, 0, 0];
    for (const [which, named] of this.#fixed) if (named) faces[which] = 1;
    for (const conflict of [0, 1]) {
      const choice = this.#chosen.get(conflict) ?? 'first';
      if (choice !== 'second') faces[3] = (faces[3] ?? 0) + 1;
      if (choice !== 'first') faces[4] = (faces[4] ?? 0) + 1;
    }
    return faces;
  }

  get responses(): number {
    return 2 + this.#fixed.size + [...this.#chosen.values()].filter((choice) => choice === 'both').length;
  }

  get summary() {
    const open = 2 - this.#chosen.size;
    return {
      waiting: 3 - this.#fixed.size - this.#dismissed.size,
      dismissed: this.#dismissed.size,
      fixed: this.#fixed.size,
      conflicts: open,
    };
  }
}

describe('what people decide on the inbox', () => {
  let server: TestServer;
  let device: TestDevice;
  let browser: TestConsole;
  const begin = async (): Promise<void> => {
    server = await startTestServer();
    device = await server.device();
    browser = await server.console();
  };
  beforeEach(begin);
  afterEach(() => server.stop());

  const read = async <T>(path: string): Promise<T> =>
    (await (await browser.get(`/api/console/${path}`)).json()) as T;
  const summary = () => read<InboxSummary>('inbox');
  const waiting = async (query = '') =>
    (await read<QuarantineList>(`inbox/quarantine${query}`)).items.map(({ item }) => item).sort();

  const derived = async () => {
    const { read: db } = server.store;
    const tables = [
      await db.selectFrom('counter').selectAll().execute(),
      await db.selectFrom('response').selectAll().execute(),
      await db.selectFrom('comment').selectAll().execute(),
      await db.selectFrom('quarantine').selectAll().execute(),
    ];
    return tables.map((rows) => rows.map((row) => JSON.stringify(row)).sort());
  };
  const held = () => server.store.read.selectFrom('inbox').selectAll().orderBy('arrival').execute();

  const arrive = async () => {
    const unknown = [1, 2, 3].map((face) =>
      sampleResponse({
        questionnaireVersion: 'never',
        answers: { [FROM]: String(face) },
        finishedAt: NOON - 60_000,
      }),
    );
    const pairs = [0, 1].map(() => sampleResponse({ face: 4, finishedAt: NOON - 60_000 }));
    const seconds = pairs.map((pair) => ({ ...pair, answers: { ...pair.answers, '/data/visit': '5' } }));
    const said = [...unknown, ...pairs, ...seconds];
    const { body } = await device.push(said.map((one) => device.seal(one)));
    expect(body.items.map(({ verdict }) => verdict).join(' ')).toBe(
      'quarantined quarantined quarantined stored stored conflict conflict',
    );
    const conflicts = (await read<ConflictList>('inbox/conflicts')).items.map(({ item }) => item).sort();
    return { quarantined: await waiting(), conflicts };
  };

  it('V3 V4 counts as a recount of it does, leaves what arrived as it came, and a rebuild gives the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await server.stop();
        await begin();
        const { quarantined, conflicts } = await arrive();
        const before = await held();
        const expected = new Expected();
        const post = async (path: string, body: unknown): Promise<number> =>
          (await browser.post(`/api/console/inbox/${path}`, body)).status;
        for (const one of steps) {
          const status =
            'choose' in one
              ? await post(`conflicts/${String(conflicts[one.choose % 2])}/choice`, { choice: one.choice })
              : 'fix' in one
                ? await post(`quarantine/${String(quarantined[one.fix % 3])}/fix`, {
                    surveyId: 'visit',
                    version: '1',
                    questions: one.named ? { [FROM]: '/data/visit' } : {},
                  })
                : 'unfix' in one
                  ? await post(`quarantine/${String(quarantined[one.unfix % 3])}/fix/withdrawal`, {})
                  : 'dismiss' in one
                    ? await post(`quarantine/${String(quarantined[one.dismiss % 3])}/dismissal`, {
                        why: 'A trial.',
                      })
                    : await post(`quarantine/${String(quarantined[one.back % 3])}/return`, {});
          expect(status).toBe(expected.do(one) ? 200 : 409);
          const { responses, distribution } = await browser.overview();
          expect({ responses, distribution }).toEqual({
            responses: expected.responses,
            distribution: expected.distribution,
          });
        }
        expect(await summary()).toMatchObject(expected.summary);
        expect(await held()).toEqual(before);
        const rows = await derived();
        await rebuild(server.store);
        expect(await derived()).toEqual(rows);
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('erases both of a pair that counts twice, by either id, and lists neither any more', async () => {
    const { conflicts } = await arrive();
    await browser.post(`/api/console/inbox/conflicts/${String(conflicts[0])}/choice`, { choice: 'both' });
    const rows = await server.store.read.selectFrom('correction').select('apart_id').execute();
    const apart = rows[0]?.apart_id ?? '';
    expect((await browser.post(`/api/console/responses/${apart}/erasure`, {})).status).toBe(200);
    expect(await browser.overview()).toMatchObject({ responses: 1, distribution: [0, 0, 0, 1, 0] });
    expect(await summary()).toMatchObject({ conflicts: 1 });
    expect((await browser.get(`/api/console/inbox/conflicts/${String(conflicts[0])}`)).status).toBe(404);
  });

  it('shows what came, says why it waits, finds it by reason, device and survey; who did what is in the audit log', async () => {
    const { quarantined } = await arrive();
    const said = await summary();
    expect(said.reasons).toEqual([expect.objectContaining({ count: 3 })]);
    const reason = encodeURIComponent(said.reasons[0]?.value ?? '');
    for (const query of [`?reason=${reason}`, `?deviceId=${device.deviceId}`, '?surveyId=visit'])
      expect(await waiting(query)).toEqual(quarantined);
    expect(await waiting('?surveyId=other')).toEqual([]);
    const [item] = quarantined;
    const one = `inbox/quarantine/${String(item)}`;
    expect(await read(one)).toMatchObject({
      state: 'waiting',
      said: { questionnaireVersion: 'never', answers: [{ path: FROM, answer: '1' }] },
    });
    const retried = (await (await browser.post(`/api/console/${one}/retry`, {})).json()) as Judged;
    expect(retried).toMatchObject({ state: 'waiting', reason: said.reasons[0]?.value });
    await browser.post(`/api/console/${one}/dismissal`, { why: 'A trial.' });
    expect(await waiting()).toEqual(quarantined.slice(1));
    expect(await waiting('?dismissed=true')).toEqual([item]);
    expect(await read(one)).toMatchObject({
      state: 'dismissed',
      corrections: [{ kind: 'dismissed', detail: { why: 'A trial.' }, by: 'Anna' }],
    });
    expect(await browser.overview()).toMatchObject({ quarantined: 2 });
    const { entries } = await read<Audit>('audit');
    expect(entries.map(({ act }) => act)).toEqual([
      'response_dismissed',
      'quarantine_retried',
      'person_added',
    ]);
    const { entries: some } = await read<Audit>('audit?act=response_dismissed');
    expect(some).toMatchObject([{ personName: 'Anna', kind: 'response', detail: { why: 'A trial.' } }]);
  });

  it('V3 a fix that is taken back leaves the item waiting as before, to be fixed otherwise; all of it is in the audit log', async () => {
    const { quarantined } = await arrive();
    const one = `inbox/quarantine/${String(quarantined[0])}`;
    const post = async (path: string, body: unknown): Promise<Judged> =>
      (await (await browser.post(`/api/console/${one}/${path}`, body)).json()) as Judged;
    const before = { rows: await derived(), shown: await read<Quarantined>(one) };
    const fix = { surveyId: 'visit', version: '1', questions: {} };
    expect(await post('fix', fix)).toMatchObject({ state: 'fixed', reason: null });
    expect((await read<QuarantineList>('inbox/quarantine?fixed=true')).items).toMatchObject([
      { item: quarantined[0], surveyId: 'visit' },
    ]);
    expect(await browser.overview()).toMatchObject({ responses: 3, distribution: [0, 0, 0, 2, 0] });
    const { reason } = before.shown.item;
    expect(await post('fix/withdrawal', {})).toMatchObject({ state: 'waiting', reason });
    expect(await derived()).toEqual(before.rows);
    expect(await waiting('?fixed=true')).toEqual([]);
    expect((await browser.post(`/api/console/${one}/fix/withdrawal`, {})).status).toBe(409);
    await post('fix', { ...fix, questions: { [FROM]: '/data/visit' } });
    expect(await browser.overview()).toMatchObject({ responses: 3, distribution: [1, 0, 0, 2, 0] });
    const { corrections } = await read<Quarantined>(one);
    expect(corrections.map(({ kind }) => kind)).toEqual(['fixed', 'withdrawn', 'fixed']);
    const { entries } = await read<Audit>('audit');
    expect(entries.slice(0, 3).map(({ act, personName }) => [act, personName])).toEqual([
      ['response_fixed', 'Anna'],
      ['fix_withdrawn', 'Anna'],
      ['response_fixed', 'Anna'],
    ]);
  });

  it('a fix that names what is not there is refused, and nothing changes', async () => {
    const { quarantined } = await arrive();
    const fix = async (body: object): Promise<number> =>
      (await browser.post(`/api/console/inbox/quarantine/${String(quarantined[0])}/fix`, body)).status;
    const sound = { surveyId: 'visit', version: '1', questions: {} };
    expect(await fix({ ...sound, version: '9' })).toBe(404);
    expect(await fix({ ...sound, touchpointId: 'nowhere' })).toBe(404);
    expect(await fix({ ...sound, questions: { '/data/unsaid': '/data/visit' } })).toBe(400);
    expect(await fix({ ...sound, questions: { [FROM]: '/data/unasked' } })).toBe(400);
    expect(await summary()).toMatchObject({ waiting: 3 });
    expect(await server.store.read.selectFrom('correction').selectAll().execute()).toEqual([]);
  });
});
