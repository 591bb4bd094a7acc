import { describe, expect, test } from 'vitest';
import { ask, sit } from './sitting.ts';

const bilingual = {
  languages: [
    { code: 'en', name: 'English' },
    { code: 'lv', name: 'Latviešu' },
  ],
};

describe('piping', () => {
  test('puts answers into labels, hints, messages and choices, in the current language', () => {
    const sitting = sit(
      [
        ask('text', 'name', { label: { en: 'Name?', lv: 'Vārds?' } }),
        ask('select_one', 'mood', {
          label: { en: 'How are you, ${name}?', lv: 'Kā klājas, ${name}?' },
          hint: { en: 'Be honest, ${name}' },
          choices: 'moods',
          constraint: "${name} != 'Grumpy' or . = 'bad'",
          constraintMessage: { en: 'Not ${name}!', lv: 'Nē, ${name}!' },
        }),
      ],
      {
        ...bilingual,
        choices: {
          moods: [{ name: 'good', label: { en: 'As good as ${name}', lv: 'Labi' } }, { name: 'bad' }],
        },
      },
    );
    sitting.answer('name', 'Grumpy');
    sitting.take({ kind: 'next' });
    expect(sitting.shown()[0]).toMatchObject({
      label: 'How are you, Grumpy?',
      hint: 'Be honest, Grumpy',
      choices: [{ label: 'As good as Grumpy' }, { label: 'bad' }],
    });
    expect(sitting.answer('mood', 'good')).toMatchObject({ message: 'Not Grumpy!' });
    expect(sitting.take({ kind: 'language', language: 'lv' })).toBeUndefined();
    expect(sitting.shown()[0]).toMatchObject({
      label: 'Kā klājas, Grumpy?',
      hint: 'Be honest, Grumpy',
      choices: [{ label: 'Labi' }, { label: 'bad' }],
      violation: { message: 'Nē, Grumpy!' },
    });
  });

  test('shows the answer of the own repeat instance, and blanks for irrelevant ones', () => {
    const sitting = sit([
      ask('integer', 'ask', { default: '1' }),
      {
        type: 'repeat',
        name: 'person',
        label: { en: 'Person ${nth}: ${name}' },
        startInstances: 2,
        elements: [
          ask('calculate', 'nth', { calculation: 'position(..)' }),
          ask('text', 'name', { relevant: '${ask} = 1' }),
          ask('integer', 'age', { label: { en: 'Age of ${name}?' } }),
        ],
      },
    ]);
    sitting.answer('person[1]/name', 'Anna');
    sitting.answer('person[2]/name', 'Berta');
    expect(sitting.node('person[2]/age')?.label).toBe('Age of Berta?');
    expect(sitting.node('person[1]')?.label).toBe('Person 1: Anna');
    sitting.take({ kind: 'goTo', path: '/data/person[2]/age' });
    expect(sitting.screen()).toMatchObject({
      sections: [{ path: '/data/person[2]', label: 'Person 2: Berta', position: 2 }],
    });
    sitting.answer('ask', 0);
    expect(sitting.node('person[2]/age')?.label).toBe('Age of ?');
  });

  test('reads a list where a path into it stands in a text, as pyxform has it', () => {
    const label = "You are instance('moods')/root/item[name = ${mood}]/label today.";
    const sitting = sit(
      [ask('select_one', 'mood', { choices: 'moods' }), ask('note', 'said', { label: { en: label } })],
      {
        choices: { moods: [{ name: 'good', label: { en: 'well' } }] },
      },
    );
    sitting.answer('mood', 'good');
    expect(sitting.node('said')?.label).toBe('You are well today.');
  });

  test('is text, never run again', () => {
    const sitting = sit([ask('text', 'a'), ask('note', 'b', { label: { en: 'You said ${a}.' } })]);
    sitting.answer('a', '${a} <b>$&</b>');
    expect(sitting.node('b')?.label).toBe('You said ${a} <b>$&</b>.');
  });
});

describe('a language', () => {
  test('that the questionnaire has not is refused', () => {
    const sitting = sit([ask('text', 'a')], bilingual);
    expect(sitting.take({ kind: 'language', language: 'ru' })).toEqual({ reason: 'unknownLanguage' });
  });

  test('may be chosen at the start', () => {
    const sitting = sit([ask('text', 'a', { label: { en: 'One', lv: 'Viens' } })], bilingual, {
      language: 'lv',
    });
    expect(sitting.shown()[0]?.label).toBe('Viens');
  });

  test('decides what jr:choice-name and jr:itext say when they are evaluated', () => {
    const sitting = sit(
      [
        ask('select_one', 'mood', { choices: 'moods' }),
        ask('calculate', 'said', { calculation: "jr:choice-name(${mood}, '${mood}')" }),
        ask('calculate', 'other', { calculation: "concat(${mood}, jr:itext('moods-1'))" }),
      ],
      {
        ...bilingual,
        choices: {
          moods: [
            { name: 'good', label: { en: 'Good', lv: 'Labi' } },
            { name: 'bad', label: { en: 'Bad', lv: 'Slikti' } },
          ],
        },
      },
      { language: 'lv' },
    );
    sitting.answer('mood', 'good');
    expect(sitting.texts()).toEqual({ mood: 'good', said: 'Labi', other: 'goodSlikti' });
    sitting.take({ kind: 'language', language: 'en' });
    expect(sitting.texts()).toEqual({ mood: 'good', said: 'Good', other: 'goodBad' });
    expect(sitting.changed()).toEqual({ said: ['value'], other: ['value'] });
  });
});
