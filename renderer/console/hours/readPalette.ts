import type { Palette } from './palette.ts';

const TOKENS = {
  accent: '--accent',
  band: '--accent-soft',
  ink: '--ink',
  quiet: '--ink-quiet',
  line: '--line',
  surface: '--surface',
  bar: '--line-strong',
} as const satisfies Record<keyof Palette, string>;

/** A picture needs colours, not names: the tokens as this element would show them now. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const colourOf = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    accent: colourOf(TOKENS.accent),
    band: colourOf(TOKENS.band),
    ink: colourOf(TOKENS.ink),
    quiet: colourOf(TOKENS.quiet),
    line: colourOf(TOKENS.line),
    surface: colourOf(TOKENS.surface),
    bar: colourOf(TOKENS.bar),
  };
  probe.remove();
  return palette;
}
