interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Holes {
  /** At most 100. */
  readonly holes: readonly Stretch[];
  /** Where a number came that no device can have reached: the one before the gap, above which nothing is believed. */
  readonly believedTo: number | null;
}

const MOST = 100;

/** No device gives so many responses between two that arrive: what is further ahead is a wrong number, not a loss. */
const LONGEST = 1_000_000;

/** What is missing from `first` up to `last`, or up to the highest number held; `held` is sorted and does not overlap. */
export function holesOf(held: readonly Stretch[], first: number, last: number): Holes {
  const holes: Stretch[] = [];
  let next = first;
  for (const { from, to } of [...held, { from: last + 1, to: last }]) {
    if (from - next > LONGEST) return { holes: holes.slice(0, MOST), believedTo: next - 1 };
    if (from > next) holes.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  return { holes: holes.slice(0, MOST), believedTo: null };
}
