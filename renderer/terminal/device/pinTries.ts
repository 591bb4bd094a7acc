/** What is remembered of wrong PINs; right ones forget it. */
export interface PinTries {
  readonly wrong: number;
  /** Monotonic milliseconds before which nothing is tried. */
  readonly blockedUntil: number;
}

export const NO_TRIES: PinTries = { wrong: 0, blockedUntil: 0 };

const FREE_TRIES = 3;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 15 * 60_000;

/** After three wrong PINs each further one costs a wait that doubles: a stranger finds no four digits in an afternoon. */
export function afterWrongPin({ wrong }: PinTries, now: number): PinTries {
  const tries = wrong + 1;
  if (tries < FREE_TRIES) return { wrong: tries, blockedUntil: now };
  const wait = Math.min(FIRST_WAIT * 2 ** (tries - FREE_TRIES), LONGEST_WAIT);
  return { wrong: tries, blockedUntil: now + wait };
}
