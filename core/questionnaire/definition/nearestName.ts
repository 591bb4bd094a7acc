const LONGEST = 64;
/** Names looked at for one suggestion. */
const MOST_LOOKED_AT = 3000;

/** Edits (insert, delete, replace, swap neighbours) between two words, or Infinity when there are more than `most`. */
function distance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return Infinity;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let edits = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
      current.push(edits);
    }
    if (Math.min(...current) > most) return Infinity;
    before = previous;
    previous = current;
  }
  const edits = previous[right.length] ?? Infinity;
  return edits <= most ? edits : Infinity;
}

/**
 * The candidate that was probably meant, if one is near: letter case first, then the fewest slips, a third of the letters at most.
 * A single letter is near to no other.
 */
function nearestName(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const lower = word.toLowerCase();
  let most = word.length === 1 ? 0 : Math.max(1, Math.floor(word.length / 3));
  let nearest: string | undefined;
  let lookedAt = 0;
  for (const candidate of candidates) {
    lookedAt += 1;
    if (lookedAt > MOST_LOOKED_AT) break;
    if (candidate.length > LONGEST) continue;
    const edits = distance(lower, candidate.toLowerCase(), most);
    if (edits > most || (nearest !== undefined && edits === most)) continue;
    nearest = candidate;
    most = edits;
    if (edits === 0) break;
  }
  return nearest;
}

/** ` Did you mean "visit"?` or nothing, to end a message with. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const nearest = nearestName(word, candidates);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}

/** A piece of an author's text, short enough for a message. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
