import { describe, expect, it } from 'vitest';
import { questionTypeOf } from '../index.ts';
import type { QuestionTypeName } from '../index.ts';

const problems = (type: QuestionTypeName, value: string, offered: readonly { name: string }[] = []) =>
  questionTypeOf(type).validate(value, { name: 'q' }, offered);

describe('text', () => {
  it('keeps white space and letters of any script as they were typed', () => {
    const { decode, encode } = questionTypeOf('text');
    for (const text of [' two  spaces ', 'Ķekavas pagasts', 'ё', '👍🏽', 'a\nb']) {
      const decoded = decode(text);
      expect(decoded).toEqual({ ok: true, value: text });
      expect(encode(text)).toBe(text);
    }
  });

  it('takes numbers and truth as text, and nothing that has parts', () => {
    expect(questionTypeOf('text').decode(12.5)).toEqual({ ok: true, value: '12.5' });
    expect(questionTypeOf('text').decode(true)).toEqual({ ok: true, value: 'true' });
    expect(questionTypeOf('text').decode({ a: 1 })).toEqual({ ok: false, error: { code: 'malformed' } });
  });

  it('is exported as it is', () => {
    const type = questionTypeOf('text');
    expect(type.flatColumns({ name: 'q' }, [])).toEqual([{ suffix: '', kind: 'text' }]);
    expect(type.flatCells('=1+1', { name: 'q' }, [])).toEqual(['=1+1']);
  });
});

describe('e-mail address', () => {
  it.each(['anna@example.lv', 'a.b+c@mail.example.co.uk', "o'neil@example.ie", 'ivan@пример.рф'])(
    'takes %s',
    (text) => {
      expect(problems('email-address', text)).toEqual([]);
    },
  );

  it.each([
    'anna',
    'anna@',
    '@example.lv',
    'a b@example.lv',
    'a@b',
    'a..b@example.lv',
    '.a@example.lv',
    'a@-b.lv',
    'a@b..lv',
    `${'a'.repeat(250)}@b.lv`,
  ])('refuses %s', (text) => {
    expect(problems('email-address', text)).toEqual([{ code: 'badEmail' }]);
  });

  it('ignores white space around it', () => {
    expect(questionTypeOf('email-address').decode('  anna@example.lv ')).toEqual({
      ok: true,
      value: 'anna@example.lv',
    });
  });

  it('is not the metadata type "email", which nobody is asked', () => {
    expect(questionTypeOf('email').asked).toBe(false);
    expect(questionTypeOf('email-address').asked).toBe(true);
  });
});

describe('phone number', () => {
  it.each(['+371 2612 3456', '(030) 1234-567', '112 112', '8 (495) 123-45-67'])('takes %s', (text) => {
    expect(problems('phone-number', text)).toEqual([]);
  });

  it.each(['112', 'phone', '+', '1234567890123456', '++371 26123456', '12345x'])('refuses %s', (text) => {
    expect(problems('phone-number', text)).toEqual([{ code: 'badPhone' }]);
  });
});

describe('acknowledge', () => {
  const { decode } = questionTypeOf('acknowledge');

  it('is stored as OK, and not ticked is blank', () => {
    expect(decode(true)).toEqual({ ok: true, value: 'OK' });
    expect(decode('OK')).toEqual({ ok: true, value: 'OK' });
    expect(decode(false)).toEqual({ ok: true, value: null });
  });

  it('takes nothing else', () => {
    expect(decode('no').ok).toBe(false);
  });
});

describe('files', () => {
  it.each(['image', 'audio', 'video', 'file', 'signature', 'osm', 'audit', 'background-audio'] as const)(
    'an answer of type %s is a bare file name',
    (name) => {
      const { decode } = questionTypeOf(name);
      expect(decode('photo 1.jpg')).toEqual({ ok: true, value: 'photo 1.jpg' });
      for (const path of ['../secret', '/etc/passwd', 'a\\b.jpg', '..', `${'a'.repeat(300)}.jpg`]) {
        expect(decode(path)).toEqual({ ok: false, error: { code: 'malformed' } });
      }
    },
  );

  it('an image may begin with one that came with the questionnaire', () => {
    expect(questionTypeOf('image').decode('jr://images/map.png')).toEqual({
      ok: true,
      value: 'jr://images/map.png',
    });
  });
});

describe('types without a node', () => {
  it.each(['csv-external', 'xml-external'] as const)('%s leaves no column in an export', (name) => {
    expect(questionTypeOf(name).flatColumns({ name: 'places' }, [])).toEqual([]);
    expect(questionTypeOf(name).xform({ name: 'places' }).bind).toBeNull();
  });
});
