import { describe, expect, test } from 'vitest';
import { submissionXml } from '../index.ts';
import type { Element } from '../index.ts';
import { ask, sit } from './sitting.ts';

const NOW = Date.UTC(2026, 10, 21, 22, 30);

describe('metadata', () => {
  test('is known when the interview begins; its end when it ends', () => {
    const sitting = sit(
      [
        ask('start', 'start'),
        ask('end', 'end'),
        ask('today', 'today'),
        ask('deviceid', 'device'),
        ask('username', 'user'),
        ask('email', 'email'),
        ask('phonenumber', 'phone'),
        ask('calculate', 'who', { calculation: "property('username')" }),
      ],
      {},
      {
        now: NOW,
        timeZone: 'Europe/Riga',
        device: {
          deviceId: 'earshot:1',
          username: 'ilze',
          email: 'ilze@example.org',
          phoneNumber: '+37120000000',
        },
      },
    );
    expect(sitting.texts()).toEqual({
      start: '2026-11-22T00:30:00.000+02:00',
      today: '2026-11-22',
      device: 'earshot:1',
      user: 'ilze',
      email: 'ilze@example.org',
      phone: '+37120000000',
      who: 'ilze',
    });
    sitting.take({ kind: 'finish', at: NOW + 61_500 });
    expect(sitting.text('end')).toBe('2026-11-22T00:31:01.500+02:00');
    expect(sitting.text('start')).toBe('2026-11-22T00:30:00.000+02:00');
  });

  test('gives every response an instanceID of its own, which answers can name', () => {
    const begin = (seed: number) =>
      sit([ask('calculate', 'id', { calculation: '${instanceID}' })], {}, { seed });
    const id = begin(1).text('meta/instanceID') ?? '';
    expect(id).toMatch(/^uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(begin(1).text('id')).toBe(id);
    expect(begin(2).text('id')).not.toBe(id);
    expect(begin(1).answers()).toEqual({ '/data/id': id });
  });

  test('names the response by an expression', () => {
    const sitting = sit([ask('text', 'name')], {
      settings: { instanceName: "concat('Visit of ', ${name})" },
    });
    sitting.answer('name', 'Anna');
    expect(sitting.text('meta/instanceName')).toBe('Visit of Anna');
  });

  test('moves with the events: now() is when the last one happened', () => {
    const sitting = sit(
      [ask('integer', 'n'), ask('calculate', 'when', { calculation: 'if(${n} > 0, now(), now())' })],
      {},
      { now: NOW },
    );
    sitting.take({ kind: 'answer', path: '/data/n', value: 1, at: NOW + 1_000 });
    expect(sitting.text('when')).toBe('2026-11-21T22:30:01.000+00:00');
  });
});

describe('last-saved', () => {
  test('gives the answers of the interview before', () => {
    const elements = [
      ask('text', 'street', { dynamicDefault: '${last-saved#street}' }),
      ask('calculate', 'was', { calculation: "concat('[', ${last-saved#street}, '] ', ${street})" }),
    ];
    expect(sit(elements).texts()).toEqual({ was: '[] ' });
    const sitting = sit(elements, {}, { lastSaved: { '/data/street': 'Brīvības' } });
    expect(sitting.texts()).toEqual({ street: 'Brīvības', was: '[Brīvības] Brīvības' });
    sitting.answer('street', 'Tērbatas');
    expect(sitting.text('was')).toBe('[Brīvības] Tērbatas');
  });
});

test('the log of the interview stands in the meta block, wherever its row does', () => {
  const group: Element = { type: 'group', name: 'g', elements: [ask('audit', 'audit'), ask('text', 'q')] };
  const xml = submissionXml(sit([group]).interview);
  expect(xml).toContain('<g><q/></g><meta><audit/>');
});
