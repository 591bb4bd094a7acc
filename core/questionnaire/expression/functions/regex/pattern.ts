/** Whether a code point belongs to a set (a literal, a class, `.`). */
export type CharacterTest = (codePoint: number) => boolean;

/** The tree of a regular expression, without captures: only whether it matches is ever asked. */
export type Pattern =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number }
  | { readonly kind: 'position'; readonly at: Position }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negated: boolean; readonly part: Pattern };

export type Position = 'start' | 'end' | 'boundary' | 'notBoundary';

/** A mistake in a pattern, or one that asks for too much; the message is for the author. */
export class PatternFailure extends Error {}
