import { isColour, unreadablePairs } from '../../theme/index.ts';
import type { UnreadablePair } from '../../theme/index.ts';
import type { CheckContext } from './checkContext.ts';

const NAMES: Readonly<Record<UnreadablePair['pair'], string>> = {
  inkOnGround: 'Words (ink) on the ground',
  inkOnSurface: 'Words (ink) on the surface',
  inkOnKey: 'Words (ink) on keys, which are mixed of ink and surface,',
  inkOnChosen: 'Words (ink) on what was chosen, which is mixed of accent and surface,',
  quietOnGround: 'Quiet words, mixed of ink and ground, on the ground',
  quietOnSurface: 'Quiet words, mixed of ink and ground, on the surface',
  accentOnGround: 'The accent on the ground',
  accentOnSurface: 'The accent on the surface',
  inkOnAccent: 'What is written on the accent (accentInk)',
  lineOnSurface: 'The line of a field, mixed of ink and ground, on the surface',
  dangerOnGround: 'The colour of danger on the ground',
  dangerOnSurface: 'The colour of danger on the surface',
};

/** A survey that people cannot read is not published. */
export function checkTheme(context: CheckContext): void {
  const { theme } = context.definition;
  if (theme === undefined) return;
  const subject = { pointer: '/theme', place: 'theme' };
  for (const [name, colour] of Object.entries(theme.colours)) {
    if (!isColour(colour))
      context.error(subject, name, 'badTheme', `"${colour}" is no colour; write it as #rrggbb.`);
  }
  for (const { pair, ratio, needed } of unreadablePairs(theme)) {
    const message = `${NAMES[pair]} has a contrast of ${String(ratio)}:1; at least ${String(needed)}:1 is needed.`;
    context.error(subject, '', 'badTheme', message);
  }
}
