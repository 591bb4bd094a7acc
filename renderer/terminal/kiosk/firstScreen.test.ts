import { describe, expect, it } from 'vitest';
import sample from '../../../assets/questionnaires/sample.json';
import { firstScreen } from './firstScreen.ts';
import { makeMachine } from './machine.ts';

const surround = { identity: { surveyId: 's', touchpointId: 't', deviceId: 'd' }, timezone: 'UTC' };
const stamp = { wall: 0, monotonic: 0, id: 'x', seed: 7 };

describe('the preview of the first screen', () => {
  it.each(['en', 'ru', 'lv', 'de'])('is in %s what the interview shows', (language) => {
    const made = makeMachine(sample, surround);
    if (!made.ok) throw new Error(made.error);
    const first = made.value.restart(stamp);
    const shown = made.value.step(first, { type: 'language', language }, stamp);
    expect(firstScreen(sample, language)).toEqual(shown.at === 'first' && shown.shown);
  });

  const withFirst = (change: object) => ({
    ...sample,
    elements: [{ ...sample.elements[0], ...change }, ...sample.elements.slice(1)],
  });

  it.each([
    ['relevance', { relevant: 'true()' }],
    ['a calculation', { calculation: '1' }],
    ['a default', { default: '3' }],
    ['an expression for required', { required: "${comment} = ''" }],
    ['a random order', { parameters: { randomize: 'true' } }],
    ['a piped answer', { label: { en: 'Hello ${comment}' } }],
    ['no text in any known language', { label: {} }],
    ['another type', { type: 'text' }],
    ['a group', { type: 'group', elements: [] }],
  ])('leaves a first question with %s to the interview', (_what, change) => {
    expect(firstScreen(withFirst(change), 'en')).toBeUndefined();
  });

  it.each([{}, { elements: [] }, { elements: [null] }, { elements: 'x' }])(
    'survives what is no definition',
    (raw) => {
      expect(firstScreen(raw, 'en')).toBeUndefined();
    },
  );
});
