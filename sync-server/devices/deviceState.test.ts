import { describe, expect, it } from 'vitest';
import { deviceState } from './deviceState.ts';

const MINUTE = 60_000;
const now = 10_000 * MINUTE;
const ago = (minutes: number) => now - minutes * MINUTE;
const state = (contact: number | null, response: number | null, enrolled = 500) =>
  deviceState(
    {
      enrolledAt: ago(enrolled),
      lastContactAt: contact === null ? null : ago(contact),
      lastResponseAt: response === null ? null : ago(response),
    },
    now,
  );

describe('the state of a device', () => {
  it('is new until it says hello', () => expect(state(null, null)).toBe('new'));
  it('is well with contact under 5 min and a response under 2 h', () => expect(state(4.9, 119)).toBe('well'));
  it('is late after 5 min, offline after 15', () => {
    expect(state(5, 1)).toBe('late');
    expect(state(14.9, 1)).toBe('late');
    expect(state(15, 1)).toBe('offline');
  });
  it('is silent in contact, with nobody answering for 2 h', () => {
    expect(state(1, 120)).toBe('silent');
    expect(state(1, null, 120)).toBe('silent');
    expect(state(1, null, 5)).toBe('well');
  });
});
