export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % quantile of the normal distribution. */
const Z95 = 1.959963984540054;

/**
 * Wilson score interval of a share, both ends in 0..1 (E. B. Wilson 1927, without continuity correction).
 * Holds its coverage for small n and shares near 0 or 1, where the textbook interval does not. `n` must be above 0.
 */
export function wilsonInterval(successes: number, n: number, z: number = Z95): Interval {
  const share = successes / n;
  const weight = (z * z) / n;
  const centre = (share + weight / 2) / (1 + weight);
  const half = (z * Math.sqrt((share * (1 - share)) / n + weight / (4 * n))) / (1 + weight);
  // Exact where nobody or everybody agrees: rounding must not show 0.0000001 % there.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}
