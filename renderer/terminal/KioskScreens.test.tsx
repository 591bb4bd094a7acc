import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import sample from '../../assets/questionnaires/sample.json';
import { err, ok, type Result } from '../../core/kernel/index.ts';
import type { Theme } from '../../core/questionnaire/index.ts';
import type { EnrolledDevice } from '../data/readEnrolment.ts';
import { KioskScreens } from './KioskScreens.tsx';
import { firstScreen } from './kiosk/firstScreen.ts';
import { makeMachine } from './kiosk/machine.ts';
import { openKiosk } from './kiosk/openKiosk.ts';

// What a terminal has loaded long before anybody comes that far.
beforeAll(() =>
  Promise.all([
    import('../questions/later.ts'),
    import('../i18n/questions/index.ts'),
    import('./keyboard/Keyboard.tsx'),
    import('./screens/StillThere.tsx'),
  ]),
);
afterEach(cleanup);

const DEVICE: EnrolledDevice = {
  enrolment: {
    serverId: 's',
    deviceId: 'd',
    deviceName: 'Lobby',
    devicePin: '1234',
    enrolledAt: 0,
    code: 'x',
  },
  touchpoint: { touchpointId: 't', name: 'Gate B12', timezone: 'Europe/Riga' },
  survey: { surveyId: 'v', questionnaireId: 'visit', questionnaireVersion: '1', definition: sample },
};

/** A terminal whose clock and disk are in the hand of the test. */
async function stand(theme?: Theme) {
  let now = 0;
  let disk: Result<unknown, { readonly kind: string }> = ok(undefined);
  const machine = makeMachine(sample, {
    identity: { surveyId: 'v', touchpointId: 't', deviceId: 'd' },
    timezone: 'Europe/Riga',
  });
  const kiosk = openKiosk(
    {
      preview: (language) => firstScreen(sample, language),
      language: 'en',
      machine: Promise.resolve(machine),
    },
    {
      clock: { now: () => now, monotonic: () => now },
      random: { bytes: (count) => new Uint8Array(count) },
      keeper: { saveDraft: async () => disk, record: async () => disk },
    },
  );
  const settle = () =>
    act(async () => {
      await import('../questions/later.ts');
    });
  const survey = { ...DEVICE.survey, definition: { ...sample, ...(theme !== undefined && { theme }) } };
  render(<KioskScreens device={{ ...DEVICE, survey }} kiosk={kiosk} hidden={false} />);
  await settle();
  return {
    kiosk,
    fill: () => (disk = err({ kind: 'full' })),
    empty: () => (disk = ok(undefined)),
    /** Lets time pass, then taps. */
    tap: async (role: string, name: string): Promise<void> => {
      now += 1_000;
      fireEvent.click(screen.getByRole(role, { name }));
      await settle();
      await settle();
    },
    /** A finger on one of our own keys. */
    press: async (name: string): Promise<void> => {
      now += 1_000;
      const key = await waitFor(() => {
        const found = document.querySelector(`[data-key="${name}"]`);
        if (found === null) throw new Error(`no key ${name}`);
        return found;
      });
      // jsdom has no pointer events of its own.
      fireEvent(key, new MouseEvent('pointerdown', { bubbles: true, cancelable: true }));
      await settle();
    },
    pass: async (milliseconds: number): Promise<void> => {
      now += milliseconds;
      await act(async () => kiosk.send({ type: 'tick' }));
      await settle();
    },
  };
}

const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent;

describe('the terminal', () => {
  it('leads from the face through reasons and comment to thank you, with the focus on each new question', async () => {
    const { tap } = await stand();
    expect(heading()).toBe('How was your visit today?');
    expect(document.activeElement).toBe(document.body);
    await tap('radio', 'Bad');
    expect(heading()).toBe('What could we do better?');
    expect(document.activeElement?.textContent).toBe('What could we do better?');
    await tap('checkbox', 'Long wait');
    await tap('button', 'Next');
    expect(document.activeElement?.textContent).toBe('Would you like to add anything?');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Two lanes only' } });
    await tap('button', 'Send');
    expect(heading()).toBe('Thank you!');
    expect(document.body.textContent).not.toContain('Two lanes');
    expect(document.body.textContent).not.toContain('Bad');
    await tap('button', 'Done');
    expect(heading()).toBe('How was your visit today?');
  });

  it('speaks the language that was chosen, and the usual one to the next person', async () => {
    const { tap } = await stand();
    await tap('button', 'LV Latviešu');
    expect(document.documentElement.lang).toBe('lv');
    await tap('radio', 'Labi');
    expect(heading()).toBe('Kas jums patika?');
    await tap('button', 'Izlaist');
    await tap('button', 'Izlaist');
    expect(heading()).toBe('Paldies!');
    await tap('button', 'Gatavs');
    expect(heading()).toBe('How was your visit today?');
    expect(document.documentElement.lang).toBe('en');
  });

  it('takes taps on its own keys for life, and wipes what they wrote with whoever wrote it', async () => {
    const { tap, press, pass } = await stand();
    await tap('radio', 'Good');
    await tap('button', 'Skip');
    await press('h');
    for (const letter of 'ush') {
      await pass(13_000);
      await press(letter);
    }
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('hush');
    await pass(20_000);
    expect(heading()).toBe('How was your visit today?');
    expect(document.querySelector('[data-key]')).toBeNull();
    await tap('radio', 'Good');
    await tap('button', 'Skip');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
  });

  it('has the colours of its survey from the first screen on, and the usual ones with the next survey', async () => {
    const { dataset, style } = document.documentElement;
    await stand({
      look: 'dark',
      colours: {
        ground: '#101030',
        surface: '#202050',
        ink: '#ffffff',
        accent: '#ffd34d',
        accentInk: '#000000',
      },
      corners: 'square',
    });
    expect([dataset['theme'], dataset['themed']]).toEqual(['dark', 'square']);
    expect(style.getPropertyValue('--theme-ground')).toBe('#101030');
    cleanup();
    await stand();
    expect([dataset['theme'], dataset['themed']]).toEqual([undefined, undefined]);
  });

  it('goes back to a face that can be changed', async () => {
    const { tap } = await stand();
    await tap('radio', 'Bad');
    await tap('button', 'Back');
    expect(screen.getByRole('radio', { name: 'Bad' }).getAttribute('aria-checked')).toBe('true');
    await tap('radio', 'Very good');
    expect(heading()).toBe('What did you like?');
  });

  it('counts down before it starts over, and a touch ends the countdown', async () => {
    const { tap, pass } = await stand();
    await tap('radio', 'Bad');
    await pass(16_000);
    const dialog = screen.getByRole('alertdialog', { name: 'Are you still there?' });
    expect(dialog.textContent).toContain('Starting over in 4 seconds. What you answered is kept.');
    expect(document.activeElement?.textContent).toBe('Yes, continue');
    await tap('button', 'Yes, continue');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await pass(20_000);
    expect(heading()).toBe('How was your visit today?');
  });

  it('says what happened and what to do when the disk is full, shows no answer, and thanks once it is kept', async () => {
    const { tap, fill, empty } = await stand();
    fill();
    await tap('radio', 'Good');
    await tap('button', 'Skip');
    await tap('button', 'Skip');
    expect(heading()).toBe('Your answer is not stored yet');
    const said = screen.getByRole('alert').textContent;
    expect(said).toContain('out of storage space');
    expect(said).toContain('tell a member of staff');
    empty();
    await tap('button', 'Try again now');
    expect(heading()).toBe('Thank you!');
  });
});
