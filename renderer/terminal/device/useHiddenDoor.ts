import { useEffect, useRef } from 'react';

/** Milliseconds a finger has to rest on the corner. */
const HOLD = 3_000;
/** The corner, in CSS pixels from the top and from the end of the line. */
const CORNER = 140;
/** A resting finger trembles. */
const TREMBLE = 24;

/**
 * Opens the page for whoever looks after the device: press and hold the top corner at the end of the line, or Ctrl+Alt+D. Visitors
 * neither see nor hit it by accident.
 */
export function useHiddenDoor(onOpen: () => void): void {
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const hold = holding(() => open.current());
    addEventListener('pointerdown', hold.down, { signal });
    addEventListener('pointermove', hold.move, { signal });
    for (const end of ['pointerup', 'pointercancel'] as const) addEventListener(end, hold.end, { signal });
    addEventListener(
      'keydown',
      (event) => {
        if (!event.ctrlKey || !event.altKey || event.code !== 'KeyD') return;
        event.preventDefault();
        open.current();
      },
      { signal },
    );
    return () => {
      hold.end();
      ended.abort();
    };
  }, []);
}

function holding(held: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  const end = (): void => clearTimeout(timer);
  return {
    end,
    down: ({ clientX: x, clientY: y, isPrimary }: PointerEvent): void => {
      end();
      const fromEnd = document.documentElement.dir === 'rtl' ? x : innerWidth - x;
      if (!isPrimary || y > CORNER || fromEnd > CORNER) return;
      from = { x, y };
      timer = setTimeout(held, HOLD);
    },
    move: ({ clientX, clientY }: PointerEvent): void => {
      if (Math.hypot(clientX - from.x, clientY - from.y) > TREMBLE) end();
    },
  };
}
