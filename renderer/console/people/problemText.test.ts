import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../../core/protocol/index.ts';
import { consoleWords } from '../words/index.ts';
import { problemText } from './problemText.ts';

const text = (code: string, retryAfterSeconds?: number): string =>
  problemText(
    consoleWords('en'),
    'en',
    retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds },
  );

describe('a refusal in plain words', () => {
  it('names the wait, rounded up', () => {
    expect(text('too_many_requests', 0.2)).toContain('1 sec');
    expect(text('too_many_requests', 61)).toContain('61 sec');
    expect(text('too_many_requests', 121)).toContain('3 min');
    expect(text('too_many_requests')).toContain('Wait a little');
  });

  it('has words for all that the console can be refused with', () => {
    const forDevices = [
      'token_invalid',
      'device_unknown',
      'signature_invalid',
      'enrolment_code_invalid',
      'device_mismatch',
      'attachment_unknown',
      'attachment_mismatch',
    ];
    const told = [...Object.keys(PROBLEMS), 'unreachable', 'unreadable'].filter(
      (code) => !forDevices.includes(code),
    );
    const texts = told.map((code) => text(code));
    expect(texts.filter((one) => one.includes('did not work'))).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('shows the code of a problem that it does not know', () => {
    expect(text('moon_phase')).toContain('moon_phase');
  });
});
