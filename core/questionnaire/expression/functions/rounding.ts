/** To the nearest whole number, halves upwards, as XPath 1.0 rounds. */
export const roundHalfUp = (value: number): number => Math.round(value);

/** To the nearest whole number, halves away from zero, as Web Forms and Enketo round. */
export const roundHalfAway = (value: number): number => (value < 0 ? -Math.round(-value) : Math.round(value));

const MOST_PLACES = 30;

/**
 * Rounds to decimal places (negative: to tens, hundreds ...) by moving the decimal point of the written number, so that
 * 2.15 becomes 2.2 although its double lies just below. NaN for more than 30 places, as JavaRosa has it.
 */
export function roundTo(value: number, places: number, round: (value: number) => number): number {
  if (!Number.isFinite(value)) return value;
  if (Math.abs(places) > MOST_PLACES) return Number.NaN;
  return places === 0 ? round(value) : movePoint(round(movePoint(value, places)), -places);
}

function movePoint(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
