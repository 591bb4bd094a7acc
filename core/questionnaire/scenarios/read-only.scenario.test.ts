import { describe, expect, test } from 'vitest';
import { ask, sit } from './sitting.ts';

describe('read-only', () => {
  test('refuses answers while it holds, and is inherited from the group', () => {
    const sitting = sit([
      ask('integer', 'locked', { default: '0' }),
      {
        type: 'group',
        name: 'g',
        readOnly: '${locked} = 1',
        elements: [ask('text', 'a'), ask('text', 'b', { readOnly: 'true()', default: 'fixed' })],
      },
    ]);
    expect(sitting.answer('g/a', 'x')).toBeUndefined();
    expect(sitting.answer('g/b', 'x')).toEqual({ reason: 'readOnly' });
    sitting.answer('locked', 1);
    expect(sitting.changed()).toEqual({ locked: ['value'], g: ['readOnly'], 'g/a': ['readOnly'] });
    expect(sitting.answer('g/a', 'y')).toEqual({ reason: 'readOnly' });
    expect(sitting.texts()).toEqual({ locked: '1', 'g/a': 'x', 'g/b': 'fixed' });
  });

  test('does not stop calculations', () => {
    const sitting = sit([
      ask('integer', 'n'),
      ask('integer', 'twice', { readOnly: 'true()', calculation: '${n} * 2' }),
    ]);
    sitting.answer('n', 3);
    expect(sitting.text('twice')).toBe('6');
    expect(sitting.answer('twice', 1)).toEqual({ reason: 'readOnly' });
  });
});
