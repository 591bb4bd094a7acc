import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../core/kernel/index.ts';
import { hashText } from '../../core/response/index.ts';
import { sampleResponse, startTestServer, type TestDevice, type TestServer } from '../testing/index.ts';

const changed = (changes: Readonly<Record<string, unknown>>): string =>
  canonicalJson({ ...sampleResponse(), ...changes } as unknown as Json);

describe('poison in a batch', () => {
  let server: TestServer;
  let device: TestDevice;
  beforeEach(async () => {
    server = await startTestServer();
    device = await server.device();
  });
  afterEach(() => server.stop());

  const poison: [string, (responseId: string) => string][] = [
    ['text that is no JSON', () => 'not { JSON'],
    ['an empty text', () => ''],
    ['JSON that is no object', () => '[1, null]'],
    ['a cut-off object', () => '{"schema":1'],
    [
      '__proto__ in the place of everything',
      () => '{"__proto__":{"schema":1},"constructor":{"prototype":1}}',
    ],
    ['deep nesting', () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    [
      'a sound response with something deep in it',
      (responseId) => changed({ responseId }).replace(/}$/, `,"z":${'['.repeat(300)}${']'.repeat(300)}}`),
    ],
    ['a NUL where the id should be', () => changed({ responseId: '\0' })],
    ['another id than it is sent under', () => changed({})],
    ['an unknown survey', (responseId) => changed({ responseId, surveyId: 'unheard' })],
    ['a survey called __proto__', (responseId) => changed({ responseId, surveyId: '__proto__' })],
    ['an unknown version', (responseId) => changed({ responseId, questionnaireVersion: '99' })],
    ['an unknown touchpoint', (responseId) => changed({ responseId, touchpointId: 'elsewhere' })],
    ['a time that is no number', (responseId) => changed({ responseId, finishedAt: '2026' })],
    ['an answer that is no text', (responseId) => changed({ responseId, answers: { '/data/visit': 5 } })],
  ];

  it.each(poison)('V3 B4 %s is quarantined as it came, its neighbours pass', async (_name, payloadOf) => {
    const responseId = randomUUID();
    const payload = payloadOf(responseId);
    const items = [
      device.seal(sampleResponse()),
      device.sealText(responseId, payload),
      device.seal(sampleResponse()),
    ];
    const { body } = await device.push(items);
    expect(body.items.map(({ verdict }) => verdict)).toEqual(['stored', 'quarantined', 'stored']);
    const row = await server.store.read
      .selectFrom('inbox')
      .where('response_id', '=', responseId)
      .select('payload')
      .executeTakeFirstOrThrow();
    expect(row.payload.equals(Buffer.from(payload, 'utf8'))).toBe(true);
    expect((await (await server.console()).overview()).responses).toBe(2);
  });

  it.each([
    ['seq', 0],
    ['seq', 1.5],
    ['seq', '7'],
    ['chain', 'short'],
    ['chain', null],
  ])('V3 an unsound %s (%s) quarantines the item and leaves the chain alone', async (member, value) => {
    const sound = device.seal(sampleResponse());
    const { body } = await device.push([{ ...device.seal(sampleResponse()), [member]: value }, sound]);
    expect(body.items).toMatchObject([
      { verdict: 'quarantined', reason: 'seq, chain: not in the documented form' },
      { verdict: 'stored' },
    ]);
    expect((await device.hello()).body.highWater).toBe(1);
  });

  it('B4 members called __proto__ in an item and in the batch harm nobody', async () => {
    const sound = device.seal(sampleResponse());
    const text = JSON.stringify({
      protocol: 1,
      batchId: 'b',
      deviceId: device.deviceId,
      storeEpoch: device.storeEpoch,
      items: ['POISON', sound],
    }).replace('"POISON"', '{"__proto__":{"payload":"{}"},"responseId":"x"}');
    const reply = await fetch(`${server.origin}/api/sync/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
      body: text.replace('{', '{"__proto__":{"admin":true},'),
    });
    expect(await reply.json()).toMatchObject({ items: [{ verdict: 'bad_hash' }, { verdict: 'stored' }] });
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('keeps halves of surrogate pairs and NUL in the inbox as sent, and shows them as replacements', async () => {
    const answers = { '/data/visit': '3', '/data/comment': 'a\ud800b\0c' };
    const sealed = device.seal(sampleResponse({ answers, language: 'e\0' }));
    expect((await device.push([sealed])).body.items[0]?.verdict).toBe('stored');
    const row = await server.store.read.selectFrom('inbox').select('payload').executeTakeFirstOrThrow();
    expect(row.payload.toString('utf8')).toBe(sealed.payload);
    const [comment] = (await (await server.console()).overview()).comments;
    expect(comment).toMatchObject({ text: 'a\ufffdb\ufffdc', language: 'e\ufffd' });
  });

  it('takes a payload with a raw half of a pair by the hash of its UTF-8 bytes', async () => {
    const payload = 'raw \udfff';
    expect(hashText(payload)).toBe(hashText('raw \ufffd'));
    expect((await device.push([device.sealText('raw', payload)])).body.items[0]?.verdict).toBe('quarantined');
  });

  it('V6 a text of 15 MB is too large, its neighbour passes', async () => {
    const huge = device.sealText('huge', 'x'.repeat(15_000_000));
    const { body } = await device.push([huge, device.seal(sampleResponse())]);
    expect(body.items.map(({ verdict }) => verdict)).toEqual(['too_large', 'stored']);
  });

  it('answers of odd value are kept and not counted as faces', async () => {
    const odd = ['6', '0', '05', '5.0', '-1', '1e0', 'five', ' '];
    const items = odd.map((answer) => device.seal(sampleResponse({ answers: { '/data/visit': answer } })));
    expect((await device.push(items)).body.items.every(({ verdict }) => verdict === 'stored')).toBe(true);
    expect(await (await server.console()).overview()).toMatchObject({
      responses: odd.length,
      distribution: [0, 0, 0, 0, 0],
    });
  });
});
