import { describe, expect, it } from 'vitest';
import { readCode } from './readCode.ts';

describe('the enrolment code', () => {
  it.each([
    ['https://feedback.example.com/terminal/#enrol=K7QF-2M9X', 'K7QF-2M9X'],
    ['#enrol=K7QF-2M9X', 'K7QF-2M9X'],
    ['#enrol=K7QF%2D2M9X&x=1', 'K7QF-2M9X'],
    ['  K7QF-2M9X ', 'K7QF-2M9X'],
    ['K7QF 2M9X', 'K7QF2M9X'],
  ])('is found in %j', (text, code) => {
    expect(readCode(text)).toBe(code);
  });

  it.each(['', 'abc', 'https://example.com/', '#enrol=%E0%A4%A', '#enrol=<script>', 'x'.repeat(65)])(
    'is not found in %j',
    (text) => {
      expect(readCode(text)).toBeNull();
    },
  );
});
