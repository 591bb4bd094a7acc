import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { choice, drawQuestion } from '../testing/drawQuestion.tsx';

afterEach(cleanup);

const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

it.each([
  ['email-address', 'anna@example.org'],
  ['phone-number', '+371 (0) 2000-0000'],
  ['barcode', 'A-17 b'],
] as const)('%s is written as it is', async (type, text) => {
  const { typed } = await drawQuestion({ type });
  write('How was it?', text);
  expect(typed()).toBe(text);
});

describe('a contact request', () => {
  it('asks for nothing before consent, and "no" is a whole answer', async () => {
    const { onAnswer } = await drawQuestion({ type: 'contact-request' });
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'contact.no' }));
    expect(onAnswer.mock.calls).toEqual([[{ consent: 'no' }, { complete: true }]]);
  });

  it('writes what is filled in beside the consent; "no" takes it all away', async () => {
    const { typed, answer } = await drawQuestion({ type: 'contact-request', parameters: { phone: 'no' } });
    fireEvent.click(screen.getByRole('radio', { name: 'contact.yes' }));
    expect(screen.queryByRole('textbox', { name: 'contact.phone' })).toBeNull();
    write('contact.name contact.optional', 'Anna B');
    write('contact.email', 'anna@example.org');
    expect(typed()).toBe('consent=yes name=Anna%20B email=anna@example.org');
    fireEvent.click(screen.getByRole('radio', { name: 'contact.no' }));
    expect(answer()).toEqual({ consent: 'no' });
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

it('what is not to be changed is told in words', async () => {
  await drawQuestion({ type: 'select_one', choices: [choice('a')], value: 'a', readOnly: true });
  expect(screen.getByText('The a')).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
});

it.each([
  ['image', [], false, 'capture.imagecapture.goOn'],
  ['image', ['signature'], false, 'capture.signaturecapture.goOn'],
  ['video', [], true, 'capture.videocapture.required'],
  ['file', [], false, 'capture.filecapture.goOn'],
] as const)('%s %j says that it cannot be taken here yet', async (type, appearance, required, words) => {
  await drawQuestion({ type, appearance, required });
  expect(document.body.textContent).toContain(words);
});
