import { describe, expect, it } from 'vitest';
import { contrastRatio, inkOn, mixed, unreadablePairs } from './index.ts';
import type { Theme } from './index.ts';

describe('the contrast of two colours', () => {
  // Known values: black on white is 21 by definition; #767676 is the lightest grey that WCAG's 4.5 takes on white, #777777 is none.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
    ['#949494', '#ffffff', 3.03],
  ])('of %s and %s is %d, whichever comes first', (one, other, ratio) => {
    expect(Math.round(contrastRatio(one, other) * 100) / 100).toBe(ratio);
    expect(contrastRatio(other, one)).toBe(contrastRatio(one, other));
  });

  it('leaves one of black and white readable on every grey, and mixes as CSS does', () => {
    for (let grey = 0; grey < 256; grey += 1) {
      const colour = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
      expect(contrastRatio(colour, inkOn(colour))).toBeGreaterThan(4.5);
    }
    expect(mixed('#000000', 0.25, '#ffffff')).toBe('#bfbfbf');
  });
});

const HOUSE: Theme = {
  look: 'light',
  colours: {
    ground: '#faf7f0',
    surface: '#ffffff',
    ink: '#1b2422',
    accent: '#0f5e56',
    accentInk: '#ffffff',
  },
  corners: 'round',
};
const NIGHT: Theme = {
  look: 'dark',
  colours: {
    ground: '#121817',
    surface: '#1c2423',
    ink: '#f3f0e8',
    accent: '#5ec4b6',
    accentInk: '#06201d',
  },
  corners: 'square',
};

describe('a theme', () => {
  it.each([HOUSE, NIGHT])('of the house can be read, $look', (theme) => {
    expect(unreadablePairs(theme)).toEqual([]);
  });

  const pairsOf = (theme: Theme, colours: Partial<Theme['colours']>) =>
    unreadablePairs({ ...theme, colours: { ...theme.colours, ...colours } }).map(({ pair }) => pair);

  it('says which pairs cannot, how far they are and what is needed', () => {
    expect(unreadablePairs({ ...HOUSE, colours: { ...HOUSE.colours, accentInk: '#5ec4b6' } })).toEqual([
      { pair: 'inkOnAccent', ratio: 3.64, needed: 4.5 },
    ]);
    expect(pairsOf(HOUSE, { ink: '#8a8a8a' })).toContain('inkOnGround');
    expect(pairsOf(HOUSE, { ink: '#6a6a6a' })).toEqual([
      'inkOnChosen',
      'quietOnGround',
      'quietOnSurface',
      'lineOnSurface',
    ]);
    expect(pairsOf(HOUSE, { accent: '#e8a01c', accentInk: '#000000' })).toEqual([
      'accentOnGround',
      'accentOnSurface',
    ]);
    expect(pairsOf(NIGHT, { ground: '#ff0000' })).toContain('dangerOnGround');
    expect(pairsOf(HOUSE, { surface: '#1b2422' })).toContain('dangerOnSurface');
  });
});
