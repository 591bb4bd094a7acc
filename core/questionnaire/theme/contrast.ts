import type { Colour } from './theme.ts';

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

const channelsOf = (colour: Colour): readonly [number, number, number] => {
  const bits = Number.parseInt(colour.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
};

/** WCAG 2.2, "relative luminance": sRGB channels made linear, weighted as the eye does (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour: Colour): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, "contrast ratio": (L1 + 0.05) / (L2 + 0.05), the lighter one first (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). 1 to 21. */
export function contrastRatio(one: Colour, other: Colour): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** So much of `one`, the rest of `other`: CSS `color-mix(in srgb, ...)`. */
export function mixed(one: Colour, share: number, other: Colour): Colour {
  const rest = channelsOf(other);
  const channels = channelsOf(one).map((channel, at) =>
    Math.round(channel * share + (rest[at] ?? 0) * (1 - share)),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever is read better: one of the two always has more than 4.5:1. */
export const inkOn = (colour: Colour): Colour =>
  contrastRatio(colour, '#ffffff') >= contrastRatio(colour, '#000000') ? '#ffffff' : '#000000';
