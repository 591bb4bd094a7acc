import { contrastRatio, isColour, mixed } from './contrast.ts';
import type { Colour, Theme } from './theme.ts';

/** WCAG 2.2: 4.5:1 for words (1.4.3), 3:1 for the lines of fields and what else must be seen to be used (1.4.11). */
const WORDS = 4.5;
const LINES = 3;

/** What is said of danger keeps its colour (renderer/ui/tokens.css). */
const DANGER = { light: '#a82e18', dark: '#ff9a85' } as const;

type PairName =
  | 'inkOnGround'
  | 'inkOnSurface'
  | 'inkOnKey'
  | 'inkOnChosen'
  | 'quietOnGround'
  | 'quietOnSurface'
  | 'accentOnGround'
  | 'accentOnSurface'
  | 'inkOnAccent'
  | 'lineOnSurface'
  | 'dangerOnGround'
  | 'dangerOnSurface';

export interface UnreadablePair {
  readonly pair: PairName;
  readonly ratio: number;
  readonly needed: number;
}

/** What is drawn on what at a terminal, the mixtures as renderer/ui/theme.css makes them. */
function pairsOf({ look, colours }: Theme): Readonly<Record<PairName, readonly [Colour, Colour, number]>> {
  const { ground, surface, ink, accent, accentInk } = colours;
  const quiet = mixed(ink, 0.78, ground);
  return {
    inkOnGround: [ink, ground, WORDS],
    inkOnSurface: [ink, surface, WORDS],
    inkOnKey: [ink, mixed(ink, 0.12, surface), WORDS],
    inkOnChosen: [ink, mixed(accent, 0.14, surface), WORDS],
    quietOnGround: [quiet, ground, WORDS],
    quietOnSurface: [quiet, surface, WORDS],
    accentOnGround: [accent, ground, WORDS],
    accentOnSurface: [accent, surface, LINES],
    inkOnAccent: [accentInk, accent, WORDS],
    lineOnSurface: [mixed(ink, 0.6, ground), surface, LINES],
    dangerOnGround: [DANGER[look], ground, WORDS],
    dangerOnSurface: [DANGER[look], surface, WORDS],
  };
}

/** The pairs of a theme that people could not tell apart; none: everybody can read it. Rounded down, so that no 4.49 is told as 4.5. */
export function unreadablePairs(theme: Theme): readonly UnreadablePair[] {
  if (!Object.values(theme.colours).every(isColour)) return [];
  return Object.entries(pairsOf(theme)).flatMap(([pair, [one, other, needed]]) => {
    const ratio = contrastRatio(one, other);
    return ratio < needed ? [{ pair: pair as PairName, ratio: Math.floor(ratio * 100) / 100, needed }] : [];
  });
}
