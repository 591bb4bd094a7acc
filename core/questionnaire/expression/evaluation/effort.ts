import type { EvaluationContext } from '../context.ts';
import { EvaluationFailure } from '../problem.ts';

/** Nodes that one evaluation may look at (and characters it may put together): about a second's work, and far more than any list or repeat has. */
const MOST_STEPS = 20_000_000;

/** Nodes walked by `//` cost more than nodes that a predicate looks at. */
export const DESCENDANT_STEPS = 8;

/** Characters of one text: copies of copies double each time. */
const MOST_CHARACTERS = 4_194_304;

/** Counts what an evaluation has looked at, so that paths within paths (`//*[count(//*) > 1]`) end with a failure. */
export function spend(context: EvaluationContext, steps: number): void {
  context.steps += steps;
  if (context.steps > MOST_STEPS) {
    throw new EvaluationFailure(
      'This looks at too many questions: more than 20 million times. Name the questions instead of // and *, or split the expression.',
    );
  }
}

/** Puts texts together; fails rather than fill the memory. */
export function joinTexts(texts: readonly string[], between: string, context: EvaluationContext): string {
  let length = Math.max(0, texts.length - 1) * between.length;
  for (const text of texts) length += text.length;
  if (length > MOST_CHARACTERS)
    throw new EvaluationFailure(
      `The text would have ${length} characters; more than ${MOST_CHARACTERS} are not kept.`,
    );
  spend(context, length);
  return texts.join(between);
}
