import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Kind } from './keyRows.ts';
import type { Field } from './writeInto.ts';

const WRITABLE = ['textarea', ...['text', 'search', 'tel', 'password'].map((type) => `input[type="${type}"]`)]
  .map((field) => `main ${field}:not([readonly], :disabled)`)
  .join();

/** What the field asked of a keyboard before this one took its place. */
const wishOf = (field: Field): string | undefined => field.dataset['keys'];

export function kindOf(field: Field): Kind {
  switch (wishOf(field)) {
    case 'email':
      return 'email';
    case 'tel':
      return 'phone';
    case 'numeric':
    case 'decimal':
      return 'number';
    default:
      return 'text';
  }
}

/**
 * Takes the place of the system's keyboard at the field: before it has the focus, as the system looks then. A field that has keys of its
 * own (`inputmode="none"`) is left alone.
 */
function takenOver(target: EventTarget | null): Field | undefined {
  const field = target instanceof Element ? target.closest<Field>(WRITABLE) : null;
  if (field === null) return undefined;
  if (wishOf(field) === undefined) {
    if (field.inputMode === 'none') return undefined;
    field.dataset['keys'] = field.inputMode === '' ? 'text' : field.inputMode;
    field.inputMode = 'none';
  }
  return field;
}

const fieldsHere = (): readonly Field[] =>
  [...document.querySelectorAll<Field>(WRITABLE)].flatMap((field) => takenOver(field) ?? []);

/** The field that is written in. `alone`: the screen asks for a text and nothing else, so its field needs no tap. */
export function useField(screen: string | undefined, alone: boolean) {
  const [field, setField] = useState<Field>();
  const [next, setNext] = useState<Field>();
  const [given, setGiven] = useState<string>();
  const hide = useCallback(() => setField(undefined), []);

  const take = useEffectEvent((target: EventTarget | null): void => {
    const found = takenOver(target);
    if (found === undefined) return;
    const all = fieldsHere();
    setField(found);
    setNext(all[all.indexOf(found) + 1]);
  });

  /** Something was drawn: the field may have gone, or may only now have come. */
  const look = useEffectEvent((): void => {
    const all = fieldsHere();
    if (field !== undefined && !all.includes(field)) hide();
    else if (field !== undefined) setNext(all[all.indexOf(field) + 1]);
    const [only] = all;
    if (!alone || given === screen || only === undefined) return;
    setGiven(screen);
    if (document.activeElement !== only) only.setSelectionRange(only.value.length, only.value.length);
    take(only);
  });

  useEffect(() => {
    const ended = new AbortController();
    for (const event of ['pointerdown', 'focusin'] as const) {
      addEventListener(event, ({ target }) => take(target), {
        signal: ended.signal,
        capture: true,
        passive: true,
      });
    }
    return () => ended.abort();
  }, []);

  useEffect(() => {
    const drawn = new MutationObserver(() => look());
    for (const main of document.querySelectorAll('main')) {
      drawn.observe(main, { childList: true, subtree: true });
    }
    queueMicrotask(() => look());
    return () => drawn.disconnect();
  }, [screen, alone]);

  return { field, next, hide };
}
