import { describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash, parseResponse, sealResponse, type Response } from './index.ts';

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
  answers: { '/data/face': '5', '/data/comment': 'Ļoti labi' },
  paradata: [{ event: 'answer', at: 12, node: '/data/face' }],
};

describe('sealing a response', () => {
  it('hashes the exact bytes, whatever order the members came in', () => {
    const shuffled = Object.fromEntries(Object.entries(response).reverse()) as unknown as Response;
    expect(sealResponse(shuffled)).toEqual(sealResponse(response));
    expect(sealResponse(response).contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes the hash with any answer', () => {
    const other = { ...response, answers: { ...response.answers, '/data/face': '4' } };
    expect(sealResponse(other).contentHash).not.toBe(sealResponse(response).contentHash);
  });

  it('chains: a link depends on all before it', () => {
    const first = chainHash(CHAIN_START, 1, 'aa');
    expect(chainHash(first, 2, 'bb')).not.toBe(chainHash(CHAIN_START, 2, 'bb'));
  });
});

describe('reading a response of unknown origin', () => {
  it('takes what was sealed', () => {
    const parsed = parseResponse(JSON.parse(sealResponse(response).payload));
    expect(parsed).toEqual({ ok: true, value: response });
  });

  it.each([
    ['not an object', [], 'not a JSON object'],
    ['an older schema', { ...response, schema: 0 }, 'schema'],
    ['no id', { ...response, responseId: 'x' }, 'responseId'],
    ['a revision of zero', { ...response, rev: 0 }, 'rev'],
    ['a missing survey', { ...response, surveyId: '' }, 'surveyId'],
    ['a time that is none', { ...response, startedAt: '1' }, 'startedAt'],
    ['an unknown ending', { ...response, endedBy: 'bored' }, 'endedBy'],
    ['an answer that is no text', { ...response, answers: { '/data/face': 5 } }, 'answers'],
    ['a path that is none', { ...response, answers: { face: '5' } }, 'answers'],
    ['a time since the person before that is none', { ...response, sinceLast: 'long' }, 'sinceLast'],
    ['flags that are none', { ...response, flags: 'burst' }, 'flags'],
    ['paradata that is none', { ...response, paradata: [{ event: 'sneeze', at: 1 }] }, 'paradata[0]'],
  ])('names what is wrong with %s', (_name, value, named) => {
    const parsed = parseResponse(value);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.error).toContain(named);
  });

  it('never repeats an answer in its message', () => {
    const parsed = parseResponse({ ...response, answers: { '/data/comment': { secret: 'call me on 123' } } });
    expect(JSON.stringify(parsed)).not.toContain('123');
  });
});
