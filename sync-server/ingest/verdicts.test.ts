import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS, type PushItem } from '../../core/protocol/index.ts';
import { sampleResponse, startTestServer, type TestDevice, type TestServer } from '../testing/index.ts';

describe('verdicts', () => {
  let server: TestServer;
  let device: TestDevice;
  beforeEach(async () => {
    server = await startTestServer();
    device = await server.device();
  });
  afterEach(() => server.stop());
  const push = async (...items: readonly unknown[]) =>
    (await device.push(items)).body.items.map(({ verdict }) => verdict);
  const counted = async () => (await (await server.console()).overview()).distribution;
  const held = async () =>
    server.store.read.selectFrom('inbox').select(['response_id', 'rev', 'conflict']).execute();

  it('V1 stored: new, durable, understood', async () => {
    expect(await push(device.seal(sampleResponse({ face: 4 })))).toEqual(['stored']);
    expect(await counted()).toEqual([0, 0, 0, 1, 0]);
  });

  it('V2 duplicate: the same again, from whichever device, in a later batch or the same, changes nothing', async () => {
    const item = device.seal(sampleResponse());
    expect(await push(item, item)).toEqual(['stored', 'duplicate']);
    expect(await push(item)).toEqual(['duplicate']);
    const other = await server.device();
    expect((await other.push([item])).body.items[0]?.verdict).toBe('duplicate');
    expect(await held()).toHaveLength(1);
    expect(await counted()).toEqual([0, 0, 0, 0, 1]);
  });

  it('V2 the same batch twice at the same moment is counted once', async () => {
    const items = Array.from({ length: 50 }, () => device.seal(sampleResponse({ face: 2 })));
    const both = await Promise.all([device.push(items), device.push(items)]);
    const verdicts = both.flatMap(({ body }) => body.items.map(({ verdict }) => verdict));
    expect(verdicts.filter((verdict) => verdict === 'stored')).toHaveLength(50);
    expect(verdicts.filter((verdict) => verdict === 'duplicate')).toHaveLength(50);
    expect(await counted()).toEqual([0, 50, 0, 0, 0]);
  });

  it('V3 quarantined: kept as it came, not counted, shown; the reason tells no answer', async () => {
    const stranger = device.seal(
      sampleResponse({ surveyId: 'unheard', answers: { '/data/visit': 'secret' } }),
    );
    const sound = device.seal(sampleResponse());
    const { body } = await device.push([stranger, sound]);
    expect(body.items).toMatchObject([
      { verdict: 'quarantined', reason: 'surveyId, questionnaireVersion: not published here' },
      { verdict: 'stored' },
    ]);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(await held()).toHaveLength(2);
    const overview = await (await server.console()).overview();
    expect(overview).toMatchObject({ quarantined: 1, responses: 1 });
    expect(await push(stranger)).toEqual(['duplicate']);
  });

  it('V4 conflict: same id and revision, other hash; both kept, the first stays counted', async () => {
    const first = device.seal(sampleResponse({ face: 5 }));
    const second = device.seal(sampleResponse({ face: 1, responseId: first.responseId }));
    expect(await push(first)).toEqual(['stored']);
    expect(await push(second, first)).toEqual(['conflict', 'duplicate']);
    expect(await push(second)).toEqual(['duplicate']);
    expect((await held()).map(({ conflict }) => conflict)).toEqual([0, 1]);
    expect(await counted()).toEqual([0, 0, 0, 0, 1]);
  });

  it('V5 bad_hash: not what its hash says, or not even an item; not stored', async () => {
    const item = device.seal(sampleResponse());
    const broken: unknown[] = [
      { ...item, payload: `${item.payload} ` },
      { ...item, contentHash: item.contentHash.toUpperCase() },
      { ...item, payload: 7 },
      { ...item, rev: 0 },
      { ...item, responseId: 'a'.repeat(101) },
      null,
      'text',
      [],
    ];
    expect(await push(...broken)).toEqual(broken.map(() => 'bad_hash'));
    expect(await held()).toEqual([]);
    expect(await push(item)).toEqual(['stored']);
  });

  it('V6 too_large: over the limit of one response; not stored', async () => {
    const fits = device.sealText('a', 'ā'.repeat(LIMITS.maxPayloadBytes / 2));
    const tooLarge = device.sealText('b', `${'ā'.repeat(LIMITS.maxPayloadBytes / 2)}.`);
    expect(await push(tooLarge, fits)).toEqual(['too_large', 'quarantined']);
    expect(await held()).toHaveLength(1);
  });

  it('V7 tombstoned: erased for privacy; not stored again', async () => {
    const item = device.seal(sampleResponse());
    await server.store.write((tx) =>
      tx
        .insertInto('tombstone')
        .values({ tenant_id: 'main', response_id: item.responseId, erased_at: 1 })
        .execute(),
    );
    expect(await push(item, device.seal(sampleResponse()))).toEqual(['tombstoned', 'stored']);
    expect(await held()).toHaveLength(1);
  });

  it('V9 the highest revision counts, once, in whichever order revisions come', async () => {
    const first = sampleResponse({ face: 1, answers: { '/data/visit': '1', '/data/comment': 'bad' } });
    const revision = (rev: number, face: number): PushItem =>
      device.seal({
        ...first,
        rev,
        answers: { '/data/visit': String(face), '/data/comment': `now ${String(face)}` },
      });
    expect(await push(device.seal(first), revision(3, 4))).toEqual(['stored', 'stored']);
    expect(await push(revision(2, 2))).toEqual(['stored']);
    expect(await counted()).toEqual([0, 0, 0, 1, 0]);
    expect(await push(revision(5, 5))).toEqual(['stored']);
    const overview = await (await server.console()).overview();
    expect(overview).toMatchObject({
      distribution: [0, 0, 0, 0, 1],
      responses: 1,
      comments: [{ text: 'now 5' }],
    });
    expect(overview.comments).toHaveLength(1);
  });
});
