import { useState, type FocusEvent, type KeyboardEvent } from 'react';

const middleOf = (key: HTMLElement): number => key.offsetLeft + key.offsetWidth / 2;

const keysOf = (row: Element | undefined): readonly HTMLElement[] =>
  row === undefined ? [] : [...row.querySelectorAll('button')];

/** The key that lies that way; on screens the keys lie from left to right in every language. */
function towards(key: HTMLElement, arrow: string): HTMLElement | undefined {
  const row = key.parentElement;
  if (row === null) return undefined;
  const here = keysOf(row);
  const at = here.indexOf(key);
  if (arrow === 'ArrowRight') return here[at + 1];
  if (arrow === 'ArrowLeft') return here[at - 1];
  const next = arrow === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  const distance = (other: HTMLElement): number => Math.abs(middleOf(other) - middleOf(key));
  return [...keysOf(next ?? undefined)].sort((one, other) => distance(one) - distance(other))[0];
}

/** One tab stop for all keys, for who has arrows and Enter instead of a finger. */
export function useArrows(first: string) {
  const [stop, setStop] = useState(first);
  return {
    stop,
    onFocus: ({ target }: FocusEvent) => setStop(target.getAttribute('data-key') ?? first),
    onKeyDown: (event: KeyboardEvent) => {
      if (!event.key.startsWith('Arrow') || !(event.target instanceof HTMLElement)) return;
      event.preventDefault();
      towards(event.target, event.key)?.focus();
    },
  };
}
