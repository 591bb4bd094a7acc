import { describe, expect, it } from 'vitest';
import { overviewReplySchema, sessionReplySchema } from '../../../core/protocol/index.ts';
import { emptyOverview, sampleOverview } from '../testing/sampleOverview.ts';
import { matchesSchema } from './matchesSchema.ts';

const session = { personId: 'p', name: 'Anna', email: 'a@b', role: 'administrator' };

describe('a reply at the door of the console', () => {
  it('is let in as the contract says it', () => {
    expect(matchesSchema(sessionReplySchema, session)).toBe(true);
    expect(matchesSchema(overviewReplySchema, sampleOverview())).toBe(true);
    expect(matchesSchema(overviewReplySchema, emptyOverview())).toBe(true);
  });

  it('may say more than we know, as a newer server does', () => {
    expect(matchesSchema(sessionReplySchema, { ...session, avatar: 'x' })).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['a list', [session]],
    ['a missing member', { ...session, name: undefined }],
    ['another type', { ...session, name: 7 }],
    ['a value off the list', { ...session, role: 'emperor' }],
  ])('is refused: %s', (_what, reply) => {
    expect(matchesSchema(sessionReplySchema, reply)).toBe(false);
  });

  it('is refused for what is wrong deep inside', () => {
    const overview = sampleOverview();
    const wrong = [
      { ...overview, csat: { ...overview.csat, n: 1.5 } },
      { ...overview, csat: { ...overview.csat, value: '82' } },
      { ...overview, hours: [{ ...overview.hours[0], distribution: [1, null] }] },
      { ...overview, devices: [{ ...overview.devices[0], state: 'asleep' }] },
      { ...overview, question: { en: 5 } },
      { ...overview, now: Number.NaN },
    ];
    expect(wrong.map((reply) => matchesSchema(overviewReplySchema, reply))).toEqual(wrong.map(() => false));
  });

  it('throws for a schema that it cannot check', () => {
    expect(() => matchesSchema({ type: 'date' }, 'x')).toThrow(/not checked: date/);
  });
});
