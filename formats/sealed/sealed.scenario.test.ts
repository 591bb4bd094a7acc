import { describe, expect, it } from 'vitest';
import { keyIdOf } from '../../core/protocol/index.ts';
import {
  hashText,
  parseEnvelope,
  sealResponse,
  type Envelope,
  type Response,
} from '../../core/response/index.ts';
import { makeKeyPair } from '../syncFile/index.ts';
import { openSealed, sealTo } from './index.ts';

const CANARY = 'Zebra-47-канарейка';

const response: Response = {
  schema: 1,
  responseId: '017f22e2-79b0-7fff-bfff-ffffffffffff',
  rev: 1,
  surveyId: 's',
  questionnaireId: 'q',
  questionnaireVersion: '1',
  touchpointId: 't',
  deviceId: 'd',
  channel: 'terminal',
  language: 'lv',
  startedAt: 1,
  finishedAt: 2,
  timezone: 'Europe/Riga',
  endedBy: 'finished',
  answers: { '/data/comment': CANARY },
  paradata: [],
};

function envelopeIn(payload: string): Envelope {
  const parsed = parseEnvelope(JSON.parse(payload));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe('a sealed response', () => {
  it('K2 opens with the key of the project and with the one for recovery, word for word', async () => {
    const [project, recovery] = [await makeKeyPair(), await makeKeyPair()];
    const { payload, contentHash } = await sealTo([project.recipient, recovery.recipient], response);
    expect(hashText(payload)).toBe(contentHash);
    const { sealed } = envelopeIn(payload);
    expect(sealed.keys).toEqual([keyIdOf(project.recipient), keyIdOf(recovery.recipient)]);
    for (const { identity } of [project, recovery])
      expect(await openSealed(sealed, [identity])).toEqual({
        ok: true,
        value: sealResponse(response).payload,
      });
  });

  it('K3 says in clear which response it is, and nothing that was answered, nor how long that was', async () => {
    const { recipient } = await makeKeyPair();
    const { payload } = await sealTo([recipient], response);
    expect(Object.keys(JSON.parse(payload) as object).sort()).toEqual(
      'deviceId questionnaireId questionnaireVersion responseId rev schema sealed surveyId touchpointId'.split(
        ' ',
      ),
    );
    const other = await sealTo([recipient], { ...response, answers: {}, language: 'ru' });
    expect(other.payload).toHaveLength(payload.length);
    expect(atob(envelopeIn(payload).sealed.age)).not.toContain('Zebra');
  });

  it('K7 stays shut to another key, and to its own where it was changed', async () => {
    const { recipient, identity } = await makeKeyPair();
    const { sealed } = envelopeIn((await sealTo([recipient], response)).payload);
    const stranger = (await makeKeyPair()).identity;
    expect(await openSealed(sealed, [stranger])).toEqual({ ok: false, error: 'otherKey' });
    const cut = { ...sealed, age: sealed.age.slice(0, -8) };
    expect(await openSealed(cut, [stranger, identity])).toEqual({ ok: false, error: 'damaged' });
  });

  it.each([
    [{ schema: 2 }, 'schema: expected 1'],
    [{ deviceId: '' }, 'deviceId: expected a text of 1 to 200 characters'],
    [{ rev: 0 }, 'rev: expected a whole number from 1'],
    [{ sealed: { format: 1, keys: [], age: 'AAAA' } }, 'sealed: expected {format: 1, keys, age}'],
    [
      { sealed: { format: 1, keys: ['0123456789abcdef'], age: '*' } },
      'sealed: expected {format: 1, keys, age}',
    ],
  ])('K2 %j is no envelope', (wrong, problem) => {
    const { schema, responseId, rev, surveyId, questionnaireId, questionnaireVersion } = response;
    const sound = {
      schema,
      responseId,
      rev,
      surveyId,
      questionnaireId,
      questionnaireVersion,
      touchpointId: 't',
    };
    const sealed = { format: 1, keys: ['0123456789abcdef'], age: 'AAAA' };
    expect(parseEnvelope({ ...sound, deviceId: 'd', sealed }).ok).toBe(true);
    expect(parseEnvelope({ ...sound, deviceId: 'd', sealed, ...wrong })).toEqual({
      ok: false,
      error: problem,
    });
  });
});
