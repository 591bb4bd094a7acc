import { useState, type KeyboardEvent } from 'react';

/**
 * One tab stop for a row of choices; arrows, Home and End move the focus without choosing, so that a keyboard can look around before
 * it answers. Left and right follow the direction of writing.
 */
export function useRovingFocus(count: number, start: number) {
  const [focused, setFocused] = useState(start);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const target = move(event.key, Math.min(focused, count - 1), count, rtl);
    if (target === undefined) return;
    event.preventDefault();
    setFocused(target);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]').item(target).focus();
  };

  const itemProps = (index: number) => ({
    tabIndex: index === Math.min(focused, count - 1) ? 0 : -1,
    onFocus: () => setFocused(index),
  });

  return { onKeyDown, itemProps };
}

function move(key: string, from: number, count: number, rtl: boolean): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (from + (rtl ? count - 1 : 1)) % count;
    case 'ArrowLeft':
      return (from + (rtl ? 1 : count - 1)) % count;
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
