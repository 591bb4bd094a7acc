/** The place that an item of a file claims in its device's sequence; null: none that could be one. */
export function seqOf(item: unknown): number | null {
  const seq = typeof item === 'object' && item !== null && 'seq' in item ? item.seq : null;
  return Number.isSafeInteger(seq) ? (seq as number) : null;
}
