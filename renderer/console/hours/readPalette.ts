import type { Palette } from './palette.ts';

/** A picture needs colours, not names: the tokens as this element would show them now. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const colourOf = (colour: string): string => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const palette = {
    accent: colourOf('var(--accent)'),
    band: colourOf('color-mix(in srgb, var(--accent) 17%, var(--surface))'),
    quiet: colourOf('var(--ink-quiet)'),
    line: colourOf('var(--line)'),
    surface: colourOf('var(--surface)'),
    bar: colourOf('color-mix(in srgb, var(--line-strong) 60%, var(--surface))'),
  };
  probe.remove();
  return palette;
}
