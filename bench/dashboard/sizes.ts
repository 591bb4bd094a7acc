export const DAYS = 90;
export const UNTIL = Date.parse('2026-11-18T10:00:00Z');
/** Local days of the base lie on more dates than it has days; periods must not meet. */
const APART = DAYS + 4;
/** How many periods of so many days a larger size reaches back. */
const PERIODS = 4;

/** How often each answer of the base is said in each period, the latest first, and which numbers its copies bear. */
export function periodsOf(
  times: number,
): readonly { readonly back: number; readonly first: number; readonly copies: number }[] {
  const share = Math.floor(times / PERIODS);
  let first = 0;
  return Array.from({ length: PERIODS }, (_, index) => {
    const copies = index === 0 ? times - share * (PERIODS - 1) : share;
    first += copies;
    return { back: index * APART, first: first - copies, copies };
  }).filter(({ copies }) => copies > 0);
}
