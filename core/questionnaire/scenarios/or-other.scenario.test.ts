import { describe, expect, test } from 'vitest';
import { ask, choicesNamed, sit } from './sitting.ts';

describe('or other', () => {
  const liked = () =>
    sit(
      [
        ask('select_multiple', 'liked', { choices: 'things', orOther: true, label: { en: 'What?' } }),
        ask('text', 'end'),
      ],
      {
        choices: { things: choicesNamed('price', 'staff') },
      },
    );

  test('offers a choice more and asks which', () => {
    const sitting = liked();
    expect(sitting.shown()[0]?.choices.map(({ label }) => label)).toEqual(['PRICE', 'STAFF', 'Other']);
    sitting.answer('liked', ['staff']);
    expect(sitting.node('liked_other')?.relevant).toBe(false);
    expect(sitting.answer('liked', ['staff', 'other'])).toBeUndefined();
    sitting.take({ kind: 'next' });
    expect(sitting.shown()[0]).toMatchObject({ name: 'liked_other', label: 'Specify other.' });
    sitting.answer('liked_other', 'The music');
    sitting.take({ kind: 'finish' });
    expect(sitting.answers()).toEqual({
      '/data/liked': ['staff', 'other'],
      '/data/liked_other': 'The music',
    });
  });
});
