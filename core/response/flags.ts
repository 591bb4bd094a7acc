/**
 * What speaks against counting a response like others; the gravest first. A device flags what only it can see (a burst of equal
 * answers, the same person again, outside opening hours), the server what follows from the clock or the survey's rules. A flagged
 * response is kept like any other and counted apart.
 */
export const FLAGS = ['wrong_clock', 'burst', 'repeat', 'too_fast', 'outside_hours', 'other'] as const;
export type Flag = (typeof FLAGS)[number];

/** Under which flag a response is counted: the gravest; '' without any. One that is not known here counts as `other`. */
export function gravestFlag(flags: readonly string[]): Flag | '' {
  if (flags.length === 0) return '';
  return FLAGS.find((flag) => flags.includes(flag)) ?? 'other';
}
