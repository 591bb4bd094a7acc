import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../../../core/kernel/index.ts';
import type { Element } from '../../../core/questionnaire/index.ts';
import type { Response } from '../../../core/response/index.ts';
import { KioskScreens } from '../KioskScreens.tsx';
import { makeMachine } from '../kiosk/machine.ts';
import { openKiosk } from '../kiosk/openKiosk.ts';

afterEach(cleanup);

const definitionOf = (elements: readonly Element[]) => ({
  schema: 1,
  id: 'several',
  version: '1',
  title: { en: 'Several' },
  languages: [{ code: 'en', name: 'English' }],
  defaultLanguage: 'en',
  choices: {
    pets: [
      { name: 'cat', label: { en: 'Cat' } },
      { name: 'dog', label: { en: 'Dog' } },
    ],
  },
  elements,
});

/** A terminal that asks these questions, its clock in the hand of the test. */
async function ask(elements: readonly Element[]) {
  let now = 0;
  let kept: Response | undefined;
  const definition = definitionOf(elements);
  const identity = { surveyId: 'v', touchpointId: 't', deviceId: 'd' };
  const kiosk = openKiosk(
    {
      preview: () => undefined,
      language: 'en',
      machine: Promise.resolve(makeMachine(definition, { identity, timezone: 'Europe/Riga' })),
    },
    {
      clock: { now: () => now, monotonic: () => now },
      random: { bytes: (count) => new Uint8Array(count) },
      keeper: {
        saveDraft: async () => ok(undefined),
        record: async (response) => {
          kept = response;
          return ok(undefined);
        },
      },
    },
  );
  const device = {
    enrolment: {
      serverId: 's',
      deviceId: 'd',
      deviceName: 'Lobby',
      devicePin: '1234',
      enrolledAt: 0,
      code: 'x',
    },
    touchpoint: { touchpointId: 't', name: 'Gate', timezone: 'Europe/Riga' },
    survey: { surveyId: 'v', questionnaireId: 'several', questionnaireVersion: '1', definition },
  };
  const settle = () =>
    act(async () => {
      await Promise.all([
        import('../../questions/later.ts'),
        import('./repeats.ts'),
        import('../../i18n/questions/index.ts'),
      ]);
    });
  await act(async () => {
    render(<KioskScreens device={device} kiosk={kiosk} hidden={false} />);
  });
  await settle();
  return {
    tap: async (role: string, name: string | RegExp): Promise<void> => {
      now += 1_000;
      fireEvent.click(await screen.findByRole(role, { name }));
      await settle();
    },
    write: async (name: string, text: string): Promise<void> => {
      now += 1_000;
      const box = await screen.findByRole('textbox', { name });
      fireEvent.change(box, { target: { value: text } });
      fireEvent.blur(box);
      await settle();
    },
    answers: () => kept?.answers,
  };
}

const together: Element = {
  type: 'group',
  name: 'you',
  label: { en: 'About you' },
  appearance: 'field-list',
  elements: [
    { type: 'text', name: 'who', label: { en: 'Your name' }, required: 'true()' },
    { type: 'integer', name: 'age', label: { en: 'Your age' }, warning: '. < 100' },
    { type: 'select_one', name: 'pet', label: { en: 'Your pet' }, choices: 'pets', relevant: '${age} > 10' },
  ],
};

describe('several questions on a screen', () => {
  it('have one heading and one way on; what depends on another comes with its answer', async () => {
    const terminal = await ask([together]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('About you');
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Your name',
      'Your age',
    ]);
    await terminal.write('Your age', '12');
    await terminal.tap('radio', 'Dog');
    expect(screen.getByRole('radio', { name: 'Dog' }).getAttribute('aria-checked')).toBe('true');
    await terminal.write('Your name', 'Anna');
    await terminal.tap('button', 'Next');
    expect(terminal.answers()).toMatchObject({
      '/data/you/who': 'Anna',
      '/data/you/age': '12',
      '/data/you/pet': 'dog',
    });
  });

  it('say beside the question what is missing, and ask again about what is unusual', async () => {
    const terminal = await ask([together]);
    await terminal.write('Your age', '120');
    const age = screen.getByRole('textbox', { name: 'Your age' });
    const [warning] = screen.getAllByRole('alert');
    expect(age.getAttribute('aria-describedby')).toBe(warning?.id);
    await terminal.tap('button', 'Keep my answer');
    await terminal.tap('button', 'Next');
    const name = screen.getByRole('textbox', { name: 'Your name' });
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').id).toBe(name.getAttribute('aria-describedby'));
    expect(screen.getByRole('alert').textContent).toBe('Please answer this question.');
    await terminal.write('Your name', 'Anna');
    await terminal.tap('button', 'Next');
    expect(terminal.answers()).toMatchObject({ '/data/you/age': '120' });
  });
});

describe('a repeat', () => {
  const child: Element = {
    type: 'repeat',
    name: 'child',
    label: { en: 'Child' },
    elements: [{ type: 'text', name: 'called', label: { en: 'Name' } }],
  };

  it('asks for another one until there are no more, and one too many can be taken back', async () => {
    const terminal = await ask([child]);
    await terminal.write('Name', 'Ada');
    await terminal.tap('button', 'Send');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Child: is there another?');
    await terminal.tap('button', 'Yes, add another');
    expect(screen.getByText('Child 2')).toBeDefined();
    await terminal.tap('button', 'Remove this one');
    expect(screen.getByText('So far: 1')).toBeDefined();
    await terminal.tap('button', 'No, go on');
    expect(terminal.answers()).toEqual({ '/data/child[1]/called': 'Ada' });
  });
});

it('an answer that was refused is no trap: a question that need not be answered can be passed over', async () => {
  const terminal = await ask([
    { type: 'email-address', name: 'mail', label: { en: 'Mail' } },
    { type: 'note', name: 'end', label: { en: 'The end' } },
  ]);
  await terminal.write('Mail', 'nonsense');
  await terminal.tap('button', 'Next');
  expect(screen.getByRole('alert').textContent).toBe('This e-mail address does not look right.');
  await terminal.tap('button', 'Skip');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The end');
});
