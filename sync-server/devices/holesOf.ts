interface Stretch {
  readonly from: number;
  readonly to: number;
}

const MOST = 100;

/** What is missing from `first` up to `last`, or up to the highest number held; `held` is sorted and does not overlap. */
export function holesOf(held: readonly Stretch[], first: number, last: number): Stretch[] {
  const holes: Stretch[] = [];
  let next = first;
  for (const { from, to } of held) {
    if (from > next) holes.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  if (last >= next) holes.push({ from: next, to: last });
  return holes.slice(0, MOST);
}
