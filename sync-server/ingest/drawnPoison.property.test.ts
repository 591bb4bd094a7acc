import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../core/kernel/index.ts';
import { sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';
import { rebuild } from './index.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

/** What may stand where something else should. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    2 ** 53,
    1e308,
    '',
    ' ',
    '\0',
    '\ud800',
    '__proto__',
    {},
    [],
  ),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue(),
);

const name = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', '', 'answers'), fc.string());

/** Where, as a share of all places: each text has its own. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

type Spoilt = (text: string) => string;

const inText: fc.Arbitrary<Spoilt> = fc.oneof(
  fc.tuple(place, fc.string({ unit: 'binary', minLength: 1 })).map(
    ([at, put]): Spoilt =>
      (text) =>
        text.slice(0, at * text.length) + put + text.slice(at * text.length),
  ),
  fc.tuple(place, fc.nat({ max: 20 })).map(
    ([at, gone]): Spoilt =>
      (text) =>
        text.slice(0, at * text.length) + text.slice(at * text.length + gone),
  ),
  place.map(
    (at): Spoilt =>
      (text) =>
        text.slice(0, at * text.length),
  ),
);

/** One of all members, of any depth, is another. */
const inMember: fc.Arbitrary<Spoilt> = fc.tuple(place, odd).map(([at, put]): Spoilt => (text) => {
  const count = text.split('":').length - 1;
  let left = Math.floor(at * count) + 1;
  return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
    if (key !== '') left -= 1;
    return key !== '' && left === 0 ? put : value;
  });
});

const oneMore: fc.Arbitrary<Spoilt> = fc.tuple(name, odd).map(([called, put]): Spoilt => (text) => {
  const member = JSON.stringify(put) as string | undefined;
  return text.replace(/\}$/u, () => `,${JSON.stringify(called)}:${member ?? 'null'}}`);
});

const batch = fc.array(fc.oneof(inText, inMember, oneMore), { minLength: 20, maxLength: 20 });

it('V3 B4 of 1,000 drawn payloads each gets a verdict and is kept as it came, and its neighbours pass', async () => {
  const device = await server.device();
  const soundText = (responseId: string) =>
    canonicalJson({ ...sampleResponse(), responseId } as unknown as Json);
  const inbox = server.store.read.selectFrom('inbox').select(['response_id', 'payload']);
  let counted = 0;
  let quarantined = 0;
  await fc.assert(
    fc.asyncProperty(batch, async (spoils) => {
      const poison = new Map(
        spoils.map((spoil) => {
          const id = randomUUID();
          return [id, spoil(soundText(id))];
        }),
      );
      const items = [
        device.seal(sampleResponse()),
        ...[...poison].map(([id, text]) => device.sealText(id, text)),
        device.seal(sampleResponse()),
      ];
      const { status, body } = await device.push(items);
      expect(status).toBe(200);
      const verdicts = body.items.map(({ verdict }) => verdict);
      expect([verdicts.at(0), verdicts.at(-1)]).toEqual(['stored', 'stored']);
      const isJudged = verdicts.map((verdict) => verdict === 'stored' || verdict === 'quarantined');
      expect(isJudged).toEqual(items.map(() => true));
      counted += verdicts.filter((verdict) => verdict === 'stored').length;
      quarantined += verdicts.filter((verdict) => verdict === 'quarantined').length;
      const kept = await inbox.where('response_id', 'in', [...poison.keys()]).execute();
      expect(new Map(kept.map((row) => [row.response_id, row.payload.toString('utf8')]))).toEqual(
        new Map([...poison].map(([id, text]) => [id, Buffer.from(text).toString('utf8')])),
      );
    }),
    { numRuns: 50 },
  );
  const rows = (table: 'response' | 'quarantine') =>
    server.store.read.selectFrom(table).selectAll().orderBy('response_id').execute();
  const derived = [await rows('response'), await rows('quarantine')];
  expect(derived.map(({ length }) => length)).toEqual([counted, quarantined]);
  await rebuild(server.store);
  expect([await rows('response'), await rows('quarantine')]).toEqual(derived);
});
