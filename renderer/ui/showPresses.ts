/**
 * Answers every press on the screen before anything else happens: the pressed button carries `data-pressed` from the moment the finger
 * is down (`:active` may come late on touch screens). Answers how to stop.
 */
export function showPresses(root: HTMLElement): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let pressed: Element | null = null;
  const release = (): void => {
    pressed?.removeAttribute('data-pressed');
    pressed = null;
  };
  root.addEventListener(
    'pointerdown',
    ({ target, isPrimary }) => {
      if (!isPrimary) return;
      release();
      pressed = target instanceof Element ? target.closest('button, a') : null;
      pressed?.setAttribute('data-pressed', '');
    },
    { signal, capture: true },
  );
  for (const end of ['pointerup', 'pointercancel', 'dragend'] as const) {
    window.addEventListener(end, release, { signal, capture: true });
  }
  return () => {
    release();
    ended.abort();
  };
}
