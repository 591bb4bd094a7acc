import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../ui/base.css';
import { Keyboard } from './Keyboard.tsx';
import { capitalOf, layoutsFor, plainLayout } from './layouts.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

type Asked = 'text' | 'email' | 'tel' | 'decimal' | 'none';

/** A question as any other is drawn: it knows nothing of the keyboard. */
function Written({ asked, most }: { readonly asked: Asked; readonly most: number }) {
  const [text, setText] = useState('');
  const given = {
    value: text,
    maxLength: most,
    'aria-label': 'Here',
    onChange: (event: { readonly target: { readonly value: string } }) => setText(event.target.value),
  };
  return (
    <main>
      <button type="button">Before</button>
      {asked === 'text' ? (
        <textarea {...given} autoCapitalize="sentences" />
      ) : (
        <input {...given} type="text" inputMode={asked} />
      )}
    </main>
  );
}

const LANGUAGES = ['en', 'ru', 'lv', 'de', 'ar'];

interface Scene {
  readonly asked?: Asked;
  readonly language?: string;
  readonly others?: readonly string[];
  readonly most?: number;
  readonly alone?: boolean;
}

/** A text that is asked alone, so that the keys are there at once. */
async function stand({ asked = 'text', language = 'en', others = [], most = 2_000, alone = true }: Scene) {
  const languages = [language, ...others].map((code) => ({ code, name: `The ${code}` }));
  await act(async () => {
    render(
      <>
        <Written asked={asked} most={most} />
        <Keyboard
          screen="/data/q"
          alone={alone}
          languages={languages}
          language={language}
          interfaceLanguage="en"
        />
      </>,
    );
  });
  return screen.getByLabelText<HTMLInputElement | HTMLTextAreaElement>('Here');
}

const keyOf = (name: string) => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(name)}"]`);

function press(name: string): void {
  const key = keyOf(name);
  if (key === null) throw new Error(`no key ${name}`);
  fireEvent.pointerDown(key, { button: 0 });
  fireEvent.pointerUp(key);
}

/** Looks for the character as a person does: here, with the other size of letters, on the other page. */
function tap(character: string): void {
  const name = character === '\n' ? 'newLine' : character;
  for (const way of ['shift', 'page', 'shift'] as const) {
    if (keyOf(name) !== null) break;
    if (keyOf(way) !== null) press(way);
  }
  press(name);
}

/** Everything that a language's keys say. */
function charactersOf(language: string): readonly string[] {
  const [layout = plainLayout(language)] = layoutsFor(language, []);
  const letters = layout.letters.flat();
  const capitals = layout.cased ? letters.map((letter) => capitalOf(letter, language)) : [];
  return [...new Set([...letters, ...capitals, ...layout.signs.flat(), layout.comma, '.', ' ', '\n'])];
}

describe.each(LANGUAGES)('the keys of %s', (language) => {
  it('write any string that they have the characters of', async () => {
    const field = await stand({ language });
    const strings = fc.array(fc.constantFrom(...charactersOf(language)), { maxLength: 30 });
    fc.assert(
      fc.property(strings, (characters) => {
        for (const character of characters) tap(character);
        expect(field.value).toBe(characters.join(''));
        field.setSelectionRange(0, field.value.length);
        if (characters.length > 0) press('erase');
        expect(field.value).toBe('');
      }),
      { numRuns: 25 },
    );
  });
});

it('German, Latvian and Russian have every letter of their alphabet, Arabic too', () => {
  const has = (language: string, alphabet: string): void => {
    const [layout = plainLayout(language)] = layoutsFor(language, []);
    const keys = layout.letters.flat();
    expect(Array.from(alphabet).filter((letter) => !keys.includes(letter))).toEqual([]);
  };
  has('lv', 'aābcčdeēfgģhiījkķlļmnņoprsštuūvzž');
  has('de', 'abcdefghijklmnopqrstuvwxyzäöüß');
  has('ru', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя');
  has('ar', 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي');
});

describe('what is written', () => {
  it('goes where the caret is and over what is selected, and the caret stays behind it', async () => {
    const field = await stand({});
    for (const letter of 'abcd') tap(letter);
    field.setSelectionRange(1, 3);
    tap('x');
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['axd', 2, 2]);
    press('erase');
    expect([field.value, field.selectionStart]).toEqual(['ad', 1]);
  });

  it('ends where the field takes no more', async () => {
    const field = await stand({ most: 3 });
    for (const letter of 'abcdef') tap(letter);
    expect(field.value).toBe('abc');
  });

  it('begins with a capital where a sentence does, and a mark goes before its letter does', async () => {
    const english = await stand({});
    for (const name of ['H', 'i', '.', ' ', 'Y', 'o']) press(name);
    expect(english.value).toBe('Hi. Yo');
    cleanup();
    const arabic = await stand({ language: 'ar' });
    for (const name of ['م', '\u064E', '\u0651']) press(name);
    press('erase');
    expect(arabic.value).toBe('م\u064E');
  });

  it('stays in capitals after two quick presses of shift, until the next', async () => {
    const field = await stand({});
    for (let presses = 0; presses < 2; presses += 1) press('shift');
    for (const letter of 'OK') press(letter);
    press('shift');
    press('a');
    expect(field.value).toBe('OKa');
  });
});

it('a held key takes back one after the other, until the finger leaves', async () => {
  const field = await stand({});
  for (const letter of 'abcdef') tap(letter);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const erase = keyOf('erase') ?? document.body;
  fireEvent.pointerDown(erase, { button: 0 });
  expect(field.value).toBe('abcde');
  act(() => void vi.advanceTimersByTime(450 + 2 * 80));
  expect(field.value).toBe('ab');
  fireEvent.pointerUp(erase);
  act(() => void vi.advanceTimersByTime(5_000));
  expect(field.value).toBe('ab');
});

describe('the field', () => {
  it('asks the system for no keyboard, and brings ours when it is touched; one with keys of its own is left alone', async () => {
    const field = await stand({ asked: 'email', alone: false });
    expect([field.inputMode, keyOf('@')]).toEqual(['none', null]);
    fireEvent.pointerDown(field);
    expect(keyOf('@')).not.toBeNull();
    cleanup();
    const own = await stand({ asked: 'none', alone: false });
    act(() => own.focus());
    expect(keyOf('erase')).toBeNull();
  });

  it('keeps the focus, and takes what a hardware keyboard types beside the keys', async () => {
    const field = await stand({});
    press('shift');
    press('a');
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'ab' } });
    press('c');
    expect(field.value).toBe('abc');
  });

  it.each([
    ['email', ['a', '@', '.', '.com', '-', '_']],
    ['tel', ['1', '+', '(', ' ']],
    ['decimal', ['0', '.', '-']],
  ] as const)('for %s has the keys that fit', async (asked, names) => {
    const field = await stand({ asked, language: 'ru' });
    for (const name of names) press(name);
    expect(field.value).toBe(names.join(''));
    expect(keyOf('й')).toBeNull();
  });
});

it('changes among the languages of the survey, and always has Latin letters', async () => {
  await stand({ language: 'ru', others: ['ar'] });
  for (const letter of ['Й', 'ض', 'Q', 'Й']) {
    expect(keyOf(letter)).not.toBeNull();
    press('language');
  }
});

it('without a finger: one tab stop, arrows walk over the keys, Enter types', async () => {
  const field = await stand({});
  const stops = [...document.querySelectorAll<HTMLElement>('[data-key]')].filter(
    ({ tabIndex }) => tabIndex === 0,
  );
  expect(stops).toHaveLength(1);
  const [stop] = stops;
  act(() => stop?.focus());
  const walk = (key: string): void =>
    void fireEvent.keyDown(document.activeElement ?? stop ?? document, { key });
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) act(() => walk(key));
  // A click that no finger made, as Enter and screen readers make it.
  act(() => (document.activeElement as HTMLElement).click());
  expect(field.value.toLowerCase()).toBe('e');
  expect(document.activeElement?.getAttribute('data-key')?.toLowerCase()).toBe('e');
});
