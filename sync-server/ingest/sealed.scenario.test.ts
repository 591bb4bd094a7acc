import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyIdOf, type ProjectKeys, type SurveyList } from '../../core/protocol/index.ts';
import { sealResponse, type Response as Heard, type SealedResponse } from '../../core/response/index.ts';
import { sealTo } from '../../formats/sealed/index.ts';
import { makeKeyPair, type KeyPair } from '../../formats/syncFile/index.ts';
import {
  SAMPLE,
  sampleResponse,
  startTestServer,
  type TestConsole,
  type TestDevice,
  type TestServer,
} from '../testing/index.ts';
import { openWaiting, rebuild } from './index.ts';

const SAID = 'Only head office reads this';
const VERSION = 'sealed-1';

let server: TestServer;
let office: TestConsole;
let device: TestDevice;
let key: KeyPair;
beforeEach(async () => {
  server = await startTestServer();
  office = await server.console();
  device = await server.device();
  key = await makeKeyPair();
  await office.post('/api/console/project-keys', { recipient: key.recipient });
  await publish();
});
afterEach(() => server.stop());

const publish = () =>
  office.post('/api/console/surveys', {
    surveyId: 'visit',
    definition: { ...SAMPLE, version: VERSION },
    touchpointIds: ['sample'],
    sealed: true,
  });

const keys = async () => (await (await office.get('/api/console/project-keys')).json()) as ProjectKeys;
const survey = async () => {
  const { surveys } = (await (await office.get('/api/console/surveys')).json()) as SurveyList;
  return surveys.find(({ surveyId }) => surveyId === 'visit');
};
const recipients = async (): Promise<string[]> => (await device.hello()).body.survey?.sealedTo ?? [];
const said = (changes: Partial<Heard> = {}): Heard =>
  sampleResponse({
    questionnaireVersion: VERSION,
    deviceId: device.deviceId,
    answers: { '/data/visit': '2', '/data/comment': SAID },
    ...changes,
  });
const place = ({ responseId, rev, payload, contentHash }: SealedResponse) =>
  device.place(responseId, rev, payload, contentHash);
const push = async (...sealed: readonly SealedResponse[]) =>
  (await device.push(sealed.map(place))).body.items.map(({ verdict }) => verdict);
const open = (...identities: readonly string[]) => openWaiting(server, identities);
const overview = async () => {
  const { responses, comments } = await office.overview();
  return { responses, comments: comments.map(({ text }) => text) };
};

describe('a sealed survey', () => {
  it('K1 tells its devices to whom they seal, anew after another key was put in use', async () => {
    const [, recovery] = server.fileKeys.announced.recipients;
    expect(await recipients()).toEqual([key.recipient, recovery]);
    expect((await device.hello()).body.survey).toBeUndefined();
    const next = await makeKeyPair();
    await office.post('/api/console/project-keys', { recipient: next.recipient });
    expect(await recipients()).toEqual([next.recipient, recovery]);
    expect((await keys()).keys.map(({ keyId, state }) => [keyId, state]).sort()).toEqual(
      [
        [keyIdOf(key.recipient), 'retired'],
        [keyIdOf(next.recipient), 'inUse'],
      ].sort(),
    );
  });

  it('K6 takes envelopes in unread, once, and counts them as waiting and as nothing else', async () => {
    const before = await overview();
    const sealed = await sealTo(await recipients(), said());
    expect(await push(sealed)).toEqual(['stored']);
    expect(await push(sealed)).toEqual(['duplicate']);
    expect(await push(await sealTo([key.recipient], said({ responseId: sealed.responseId })))).toEqual([
      'conflict',
    ]);
    expect(await overview()).toEqual(before);
    expect(await survey()).toMatchObject({ sealed: true, unopened: 1 });
    expect((await keys()).unopened).toBe(1);
    await rebuild(server.store);
    expect(await survey()).toMatchObject({ unopened: 1 });
    const inbox = await server.store.read.selectFrom('inbox').select('payload').execute();
    expect(inbox.map(({ payload }) => payload.toString('utf8'))).toContain(sealed.payload);
  });

  it('K7 opens with the key of the project, keeps what arrived, and counts it when it was said', async () => {
    const before = await overview();
    await push(await sealTo(await recipients(), said()), await sealTo([key.recipient], said()));
    const inbox = await server.store.read.selectFrom('inbox').selectAll().execute();
    expect(await open((await makeKeyPair()).identity)).toMatchObject({ opened: 0, damaged: [] });
    expect(await overview()).toEqual(before);
    expect(await open(key.identity)).toMatchObject({ opened: 2 });
    expect(await open(key.identity)).toMatchObject({ opened: 0 });
    const after = await overview();
    expect(after.responses).toBe(before.responses + 2);
    expect(after.comments).toEqual([SAID, SAID]);
    expect((await survey())?.unopened).toBe(0);
    expect(await server.store.read.selectFrom('inbox').selectAll().execute()).toEqual(inbox);
    await rebuild(server.store);
    expect(await overview()).toEqual(after);
  });

  it('K9 keeps and counts what came in plain', async () => {
    const before = await overview();
    expect(await push(sealResponse(said()))).toEqual(['stored']);
    expect(await overview()).toEqual({ responses: before.responses + 1, comments: [SAID] });
    expect(await survey()).toMatchObject({ unopened: 0 });
  });

  it('K7 counts the highest revision that is open', async () => {
    const first = said();
    await push(await sealTo([key.recipient], first));
    await open(key.identity);
    expect((await overview()).comments).toEqual([SAID]);
    await push(await sealTo([key.recipient], { ...first, rev: 2, answers: { '/data/visit': '5' } }));
    expect((await overview()).comments).toEqual([SAID]);
    await open(key.identity);
    expect((await overview()).comments).toEqual([]);
  });

  it('K7 V7 forgets an opened response with its text when it is erased', async () => {
    const before = await overview();
    const sealed = await sealTo([key.recipient], said());
    const other = await sealTo([key.recipient], said());
    await push(sealed, other);
    await open(key.identity);
    for (const { responseId } of [sealed, other])
      await office.post(`/api/console/responses/${responseId}/erasure`, {});
    expect(await overview()).toEqual(before);
    expect(await server.store.read.selectFrom('opened').selectAll().execute()).toEqual([]);
    await rebuild(server.store);
    expect(await overview()).toEqual(before);
  });

  it('K7 quarantines what is another response inside than outside', async () => {
    const sealed = await sealTo([key.recipient], said());
    const other = await sealTo([key.recipient], said());
    const envelope = JSON.parse(sealed.payload) as object;
    const { sealed: inside } = JSON.parse(other.payload) as { sealed: object };
    const item = device.sealText(sealed.responseId, JSON.stringify({ ...envelope, sealed: inside }));
    expect((await device.push([item])).body.items[0]?.verdict).toBe('stored');
    expect(await open(key.identity)).toMatchObject({ opened: 1 });
    const quarantined = await server.store.read.selectFrom('quarantine').select('reason').execute();
    expect(quarantined).toEqual([{ reason: 'sealed: inside it says another responseId' }]);
  });

  it('K6 quarantines an envelope of a version that is not here, until that is published', async () => {
    const item = await sealTo([key.recipient], said({ questionnaireVersion: 'sealed-2' }));
    const broken = device.sealText(
      item.responseId,
      JSON.stringify({ ...JSON.parse(item.payload), sealed: 1 }),
    );
    expect(await push(item)).toEqual(['quarantined']);
    expect((await device.push([broken])).body.items[0]?.verdict).toBe('conflict');
    await office.post('/api/console/surveys', {
      surveyId: 'visit',
      definition: { ...SAMPLE, version: 'sealed-2' },
      touchpointIds: [],
      sealed: true,
    });
    await server.server.worker.runDue();
    expect(await survey()).toMatchObject({ unopened: 1 });
  });

  it('K8 gives up a key only after another is in use, and takes none up again', async () => {
    const revoke = async (keyId: string) =>
      (await office.post(`/api/console/project-keys/${keyId}/revocation`, {})).status;
    const keyId = keyIdOf(key.recipient);
    expect(await revoke(keyId)).toBe(409);
    expect(await revoke('0123456789abcdef')).toBe(404);
    await office.post('/api/console/project-keys', { recipient: (await makeKeyPair()).recipient });
    expect(await revoke(keyId)).toBe(200);
    const again = await office.post('/api/console/project-keys', { recipient: key.recipient });
    expect(again.status).toBe(400);
    const { entries } = (await (await office.get('/api/console/audit')).json()) as {
      entries: readonly { readonly act: string }[];
    };
    expect(entries.map(({ act }) => act).slice(0, 2)).toEqual(['project_key_revoked', 'project_key_made']);
  });

  it('K1 is not published without a key; with one, also where questions take files', async () => {
    const other = await startTestServer();
    const console = await other.console();
    const elements = [{ type: 'image', name: 'photo', label: { en: 'A photo' } }];
    const definition = { ...SAMPLE, id: 'photos', elements };
    const request = { surveyId: 's', definition, touchpointIds: [], sealed: true };
    expect((await console.post('/api/console/surveys', request)).status).toBe(409);
    await other.stop();
    expect((await office.post('/api/console/surveys', request)).status).toBe(200);
  });
});
