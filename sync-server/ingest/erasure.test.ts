import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  NOON,
  SAMPLE,
  sampleResponse,
  startTestServer,
  type TestDevice,
  type TestServer,
} from '../testing/index.ts';

describe('erasing a response', () => {
  let server: TestServer;
  let device: TestDevice;
  beforeEach(async () => {
    server = await startTestServer();
    device = await server.device();
  });
  afterEach(() => server.stop());

  const erase = async (responseId: string): Promise<number> =>
    (await (await server.console()).post(`/api/console/responses/${responseId}/erasure`, {})).status;
  const inbox = () => server.store.read.selectFrom('inbox').selectAll().orderBy('arrival').execute();

  it('V7 takes all revisions out of inbox, lists and numbers, for good, and leaves its neighbours as they were', async () => {
    const said = sampleResponse({ answers: { '/data/visit': '1', '/data/comment': 'My name is Anna.' } });
    const first = device.seal(said);
    const second = device.seal({ ...said, rev: 2 });
    const conflicting = device.seal({ ...said, language: 'lv' });
    const other = device.seal(sampleResponse({ face: 5 }));
    await device.push([first, second, conflicting, other]);
    expect(await erase(first.responseId)).toBe(200);
    const overview = await (await server.console()).overview();
    expect(overview).toMatchObject({ responses: 1, distribution: [0, 0, 0, 0, 1], comments: [] });
    const rows = await inbox();
    expect(rows.map(({ payload }) => payload.length > 0)).toEqual([false, false, false, true]);
    expect(JSON.stringify(rows.map(({ payload }) => payload.toString()))).not.toContain('Anna');
    const { body } = await device.push([first, device.seal({ ...said, rev: 3 }), other]);
    expect(body.items.map(({ verdict }) => verdict)).toEqual(['tombstoned', 'tombstoned', 'duplicate']);
    expect(await erase(first.responseId)).toBe(200);
  });

  it('also of one that was never understood', async () => {
    const stranger = device.seal(sampleResponse({ surveyId: 'unheard' }));
    await device.push([stranger]);
    expect(await erase(stranger.responseId)).toBe(200);
    expect(await (await server.console()).overview()).toMatchObject({ quarantined: 0, responses: 0 });
  });

  it('says when there is no such response', async () => {
    expect(await erase('nobody')).toBe(404);
  });

  it('is the only change that the inbox takes', async () => {
    await device.push([device.seal(sampleResponse()), device.seal(sampleResponse())]);
    const [erased, kept] = await inbox();
    const { store } = server;
    await erase(erased?.response_id ?? '');
    const change = (row: typeof kept, changes: object) =>
      store.write((tx) =>
        tx
          .updateTable('inbox')
          .set(changes)
          .where('arrival', '=', row?.arrival ?? 0)
          .execute(),
      );
    const refusal = 'the inbox is immutable';
    const nothing = { payload: Buffer.alloc(0) };
    await expect(change(kept, nothing)).rejects.toThrow(refusal);
    await expect(change(erased, { payload: Buffer.from('a') })).rejects.toThrow(refusal);
    await expect(change(erased, { ...nothing, seq: 9 })).rejects.toThrow(refusal);
    const remove = store.write((tx) => tx.deleteFrom('inbox').execute());
    await expect(remove).rejects.toThrow(refusal);
    await change(erased, nothing);
  });
});

describe('accepting what was quarantined', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  it('V3 publishing the version that a response waited for counts it where and when it was said', async () => {
    const device = await server.device();
    const browser = await server.console();
    const definition = { ...SAMPLE, version: '2' };
    await device.push([
      device.seal(sampleResponse({ questionnaireVersion: '2', face: 2, finishedAt: NOON - 3_600_000 })),
    ]);
    expect(await browser.overview()).toMatchObject({ quarantined: 1, responses: 0 });
    const body = { surveyId: 'visit', definition, touchpointIds: ['sample'] };
    expect((await browser.post('/api/console/surveys', body)).status).toBe(200);
    const overview = await browser.overview();
    expect(overview).toMatchObject({ quarantined: 0, responses: 1, distribution: [0, 1, 0, 0, 0] });
    expect(overview.hours.find(({ responses }) => responses > 0)?.hour).toBe(11);
  });

  it('leaves what is still not understood, under the reason of today', async () => {
    const device = await server.device();
    const browser = await server.console();
    await device.push([device.seal(sampleResponse({ surveyId: 'unheard' })), device.seal(sampleResponse())]);
    const reply = await browser.post('/api/console/quarantine/acceptance', {});
    expect(await reply.json()).toEqual({ accepted: 0, left: 1 });
  });
});
