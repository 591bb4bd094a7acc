import type { Distribution } from '../../../core/metrics/index.ts';

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export interface FaceCount {
  readonly level: Level;
  readonly count: number;
  /** Whole percent of all answers, together 100; less than a half where somebody answered, but too few to round to one. */
  readonly share: number;
}

/** The five faces, worst first, whatever length the server's list has. */
export function facesOf(distribution: Distribution): readonly FaceCount[] {
  const counts = LEVELS.map((level) => distribution[level - 1] ?? 0);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const shares = wholeShares(counts, n);
  return LEVELS.map((level, index) => {
    const [count = 0, share = 0] = [counts[index], shares[index]];
    return { level, count, share: share === 0 && count > 0 ? TOO_FEW : share };
  });
}

const TOO_FEW = 0.4;

/** By the largest remainders: rounded one by one they would add up to 99 or 102. */
function wholeShares(counts: readonly number[], n: number): readonly number[] {
  if (n === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (100 * count) / n);
  const shares = exact.map(Math.floor);
  const left = 100 - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

export const isLevel = (face: number | null): face is Level => LEVELS.some((level) => level === face);
