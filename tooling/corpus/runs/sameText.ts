const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Equal but for the spelling of numbers and of the zone UTC, also of those in a list such as a place's coordinates. */
export function sameText(one: string, other: string): boolean {
  if (one === other) return true;
  const [left, right] = [words(one), words(other)];
  return left.length === right.length && left.every((word, index) => sameWord(word, right[index] ?? ''));
}

const words = (text: string): readonly string[] => text.trim().split(/[\s;]+/);

const inUtc = (text: string): string =>
  text.replace(/(?<=\d\d:\d\d.*)\+00:00$/, 'Z').replace(/(?<=:\d\d)\.0+(?=$|[Z+-])/, '');

function sameWord(one: string, other: string): boolean {
  if (inUtc(one) === inUtc(other)) return true;
  if (!NUMBER.test(one) || !NUMBER.test(other)) return false;
  const [left, right] = [Number(one), Number(other)];
  return left === right || Math.abs(left - right) <= 1e-8 * Math.max(1, Math.abs(left));
}
