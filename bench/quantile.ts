/** The value below which the share `q` of the sorted values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const spread = (values: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((q) => `p${String(q * 100)} ${quantile(values, q).toFixed(2)} ms`).join('   ');
