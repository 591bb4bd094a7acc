import { describe, expect, it } from 'vitest';
import { questionTypeOf } from '../index.ts';
import type { Parts, QuestionTypeName } from '../index.ts';

const rows = [{ name: 'speed' }, { name: 'staff' }];
const check = (type: QuestionTypeName, value: Parts, parameters = {}) =>
  questionTypeOf(type).validate(value, { name: 'q', parameters }, rows);

describe('answers with parts', () => {
  const { decode, encode } = questionTypeOf('rating-matrix');

  it('are words of part and value, so that selected() finds them', () => {
    expect(encode({ speed: '5', staff: '3' })).toBe('speed=5 staff=3');
    expect(decode('speed=5 staff=3')).toEqual({ ok: true, value: { speed: '5', staff: '3' } });
    expect(decode({ speed: 5 })).toEqual({ ok: true, value: { speed: '5' } });
  });

  it('leave out parts that nobody answered', () => {
    expect(decode({ speed: 5, staff: '' })).toEqual({ ok: true, value: { speed: '5' } });
    expect(decode({ speed: null })).toEqual({ ok: true, value: null });
    expect(decode('speed= staff=3')).toEqual({ ok: true, value: { staff: '3' } });
  });

  it.each(['speed', 'speed=1=2', '=5', 'speed=1 speed=2', 'speed=%zz'])('refuse %s', (text) => {
    expect(decode(text)).toEqual({ ok: false, error: { code: 'malformed' } });
  });

  it('are not confused by parts that objects have by themselves', () => {
    const hostile = JSON.parse('{"__proto__": "1", "constructor": "2"}') as unknown;
    const decoded = decode(hostile);
    expect(decoded.ok && decoded.value !== null ? encode(decoded.value) : '').toBe(
      '__proto__=1 constructor=2',
    );
    expect(check('rating-matrix', { constructor: '1' })).toEqual([
      { code: 'notAChoice', part: 'constructor' },
    ]);
  });
});

describe.each([
  ['rating-matrix', '5', '6'],
  ['semantic-differential', '7', '8'],
] as const)('%s', (type, most, above) => {
  it('rates the rows of its list on its scale', () => {
    expect(check(type, { speed: '1', staff: most })).toEqual([]);
    expect(check(type, { speed: above })).toEqual([{ code: 'tooHigh', limit: Number(most), part: 'speed' }]);
    expect(check(type, { speed: '0' })).toEqual([{ code: 'tooLow', limit: 1, part: 'speed' }]);
    expect(check(type, { speed: 'good' })).toEqual([{ code: 'malformed', part: 'speed' }]);
    expect(check(type, { food: '1' })).toEqual([{ code: 'notAChoice', part: 'food' }]);
  });

  it('may ask for all rows and for other points', () => {
    expect(check(type, { speed: '1' })).toEqual([]);
    expect(check(type, { speed: '1' }, { 'all-rows': 'true' })).toEqual([
      { code: 'incomplete', part: 'staff' },
    ]);
    expect(check(type, { speed: '4' }, { points: '3' })).toEqual([
      { code: 'tooHigh', limit: 3, part: 'speed' },
    ]);
  });

  it('is exported as a number for each row', () => {
    const { flatColumns, flatCells } = questionTypeOf(type);
    expect(flatColumns({ name: 'q' }, rows)).toEqual([
      { suffix: 'speed', kind: 'number' },
      { suffix: 'staff', kind: 'number' },
    ]);
    expect(flatCells({ staff: '2' }, { name: 'q' }, rows)).toEqual([null, 2]);
  });
});

describe('importance and satisfaction', () => {
  const type = 'importance-satisfaction';

  it('asks both of each row, 1 to 10 as a rule', () => {
    expect(check(type, { 'speed/importance': '10', 'speed/satisfaction': '8' })).toEqual([]);
    expect(check(type, { 'speed/importance': '11' })).toEqual([
      { code: 'tooHigh', limit: 10, part: 'speed/importance' },
    ]);
    expect(check(type, { speed: '1' })).toEqual([{ code: 'notAChoice', part: 'speed' }]);
  });

  it('is exported as two numbers for each row', () => {
    const { flatColumns, flatCells } = questionTypeOf(type);
    expect(flatColumns({ name: 'q' }, rows).map(({ suffix }) => suffix)).toEqual([
      'speed/importance',
      'speed/satisfaction',
      'staff/importance',
      'staff/satisfaction',
    ]);
    expect(flatCells({ 'staff/importance': '9' }, { name: 'q' }, rows)).toEqual([null, null, 9, null]);
  });
});

describe('constant sum', () => {
  const type = 'constant-sum';

  it('shares out exactly its total', () => {
    expect(check(type, { speed: '60', staff: '40' })).toEqual([]);
    expect(check(type, { speed: '100' })).toEqual([]);
    expect(check(type, { speed: '60', staff: '30' })).toEqual([{ code: 'wrongTotal', limit: 100 }]);
    expect(check(type, { speed: '6', staff: '4' }, { total: '10' })).toEqual([]);
  });

  it('takes no negative shares and no more than there is', () => {
    expect(check(type, { speed: '-10', staff: '110' })).toEqual([
      { code: 'tooLow', limit: 0, part: 'speed' },
      { code: 'tooHigh', limit: 100, part: 'staff' },
    ]);
  });
});

describe('contact request', () => {
  const contact = (value: Parts, parameters = {}) =>
    questionTypeOf('contact-request').validate(value, { name: 'q', parameters }, []);

  it('takes contact data only with consent', () => {
    expect(contact({ consent: 'yes', email: 'anna@example.lv' })).toEqual([]);
    expect(contact({ email: 'anna@example.lv' })).toEqual([{ code: 'consentMissing', part: 'consent' }]);
    expect(contact({ consent: 'no', phone: '+371 26123456' })).toEqual([
      { code: 'consentMissing', part: 'consent' },
    ]);
  });

  it('takes no for an answer', () => {
    expect(contact({ consent: 'no' })).toEqual([]);
  });

  it('needs a way to get in touch', () => {
    expect(contact({ consent: 'yes', name: 'Anna' })).toEqual([{ code: 'incomplete', part: 'email' }]);
  });

  it('checks address and number', () => {
    expect(contact({ consent: 'yes', email: 'anna', phone: '12' })).toEqual([
      { code: 'badEmail', part: 'email' },
      { code: 'badPhone', part: 'phone' },
    ]);
  });

  it('asks for what its parameters say', () => {
    expect(contact({ consent: 'yes', email: 'a@b.lv' }, { name: 'required' })).toEqual([
      { code: 'incomplete', part: 'name' },
    ]);
    expect(contact({ consent: 'yes', email: 'a@b.lv', phone: '+371 26123456' }, { phone: 'no' })).toEqual([
      { code: 'notAChoice', part: 'phone' },
    ]);
  });

  it('keeps names with spaces and equals signs whole', () => {
    const { encode, decode } = questionTypeOf('contact-request');
    const value = { consent: 'yes', name: 'Anna = Liepa 100 %' };
    expect(encode(value)).toBe('consent=yes name=Anna%20%3D%20Liepa%20100%20%25');
    expect(decode(encode(value))).toEqual({ ok: true, value });
  });

  it('is exported apart by part', () => {
    const { flatColumns, flatCells } = questionTypeOf('contact-request');
    expect(flatColumns({ name: 'q' }, []).map(({ suffix }) => suffix)).toEqual([
      'consent',
      'name',
      'email',
      'phone',
    ]);
    expect(flatCells({ consent: 'no' }, { name: 'q' }, [])).toEqual(['no', null, null, null]);
  });
});
