import { describe, expect, it } from 'vitest';
import { briefly, makeProblem, readReply, readVerdicts } from './index.ts';

const json = 'application/json; charset=utf-8';
const ours = { protocol: 1, serverId: 's1', batchId: 'b1', items: [] };
const item = { responseId: 'r1', rev: 1, contentHash: 'a'.repeat(64) };

describe('whose reply it is', () => {
  it('[A1] takes only status 200, JSON, protocol 1 and the pinned server', () => {
    expect(readReply({ status: 200, contentType: json, body: ours }, 's1').kind).toBe('ours');
  });

  it.each([
    ['a captive portal: 200 with HTML', { status: 200, contentType: 'text/html', body: undefined }],
    ['HTML that calls itself JSON', { status: 200, contentType: json, body: undefined }],
    ['our JSON called HTML', { status: 200, contentType: 'text/html', body: ours }],
    ["another product's JSON", { status: 200, contentType: json, body: { ok: true, items: [] } }],
    ['another Earshot server', { status: 200, contentType: json, body: { ...ours, serverId: 's2' } }],
    ['another protocol', { status: 200, contentType: json, body: { ...ours, protocol: 2 } }],
    ['a 502 with HTML', { status: 502, contentType: 'text/html', body: undefined }],
    ['a JSON list', { status: 200, contentType: json, body: [ours] }],
  ])('[A4] believes nothing of %s', (_name, reply) => {
    expect(readReply(reply, 's1').kind).toBe('notOurServer');
  });

  it('[F2] tells what to do from the code, not from the wording', () => {
    const problem = makeProblem('token_invalid', 's1', 'anything');
    const read = readReply({ status: 401, contentType: 'application/problem+json', body: problem }, 's1');
    expect(read).toEqual({ kind: 'problem', code: 'token_invalid', retry: 'afterHello' });
  });

  it('[F4] takes an unknown problem code as "later"', () => {
    const body = { protocol: 1, serverId: 's1', code: 'moon_phase', status: 418 };
    expect(readReply({ status: 418, contentType: json, body }, 's1')).toMatchObject({
      kind: 'problem',
      retry: 'later',
    });
  });

  it("[S2] sends less after a proxy's bare 413, and [S4] keeps a 503's Retry-After", () => {
    expect(readReply({ status: 413, contentType: 'text/html', body: undefined }, 's1')).toMatchObject({
      retry: 'smaller',
    });
    expect(
      readReply({ status: 503, contentType: '', body: undefined, retryAfterSeconds: 7 }, 's1'),
    ).toMatchObject({
      kind: 'notOurServer',
      retryAfterSeconds: 7,
    });
  });
});

describe('what it says of each item', () => {
  const reply = (...items: unknown[]): Record<string, unknown> => ({ ...ours, items });

  it('[A2] counts a verdict only for the id, revision and hash that were sent', () => {
    expect(readVerdicts(reply({ ...item, verdict: 'stored' }), 'b1', [item])).toEqual(['stored']);
    expect(readVerdicts(reply({ ...item, rev: 2, verdict: 'stored' }), 'b1', [item])).toEqual(['retry']);
    expect(
      readVerdicts(reply({ ...item, contentHash: 'b'.repeat(64), verdict: 'stored' }), 'b1', [item]),
    ).toEqual(['retry']);
  });

  it('[A1] believes nothing of a reply to another batch', () => {
    expect(readVerdicts(reply({ ...item, verdict: 'stored' }), 'b2', [item])).toBeNull();
  });

  it('[B9] believes a brief reply only with the digest of exactly the items it does not name', () => {
    const others = ['r2', 'r3'].map((responseId) => ({ ...item, responseId }));
    const sent = [item, ...others];
    const all = sent.map((one) => ({ ...one, verdict: 'stored' as const }));
    const brief = { ...ours, ...briefly(all) };
    expect(brief.items).toEqual([]);
    expect(readVerdicts(brief, 'b1', sent)).toEqual(['stored', 'stored', 'stored']);
    const mixed = {
      ...ours,
      ...briefly(all.map((one, at) => (at === 1 ? { ...one, verdict: 'too_large' } : one))),
    };
    expect(mixed.items).toHaveLength(1);
    expect(readVerdicts(mixed, 'b1', sent)).toEqual(['stored', 'too_large', 'stored']);
    const retry = ['retry', 'retry', 'retry'];
    expect(readVerdicts({ ...brief, stored: { ...brief.stored, count: 2 } }, 'b1', sent)).toEqual(retry);
    expect(readVerdicts({ ...brief, stored: undefined }, 'b1', sent)).toEqual(retry);
    expect(readVerdicts(brief, 'b1', [...others, item])).toEqual(retry);
    const forged = sent.map((one) => ({ ...one, contentHash: 'b'.repeat(64) }));
    expect(readVerdicts(brief, 'b1', forged)).toEqual(retry);
  });

  it('[F4] takes an unknown verdict, a missing one and a malformed one as "retry"', () => {
    const other = { ...item, responseId: 'r2' };
    const verdicts = readVerdicts(reply({ ...item, verdict: 'blessed' }, null, 'stored'), 'b1', [
      item,
      other,
    ]);
    expect(verdicts).toEqual(['retry', 'retry']);
  });
});
