/** What is said of one item of a batch when working on it threw, which only a mistake of ours does: the others are not lost with it. */
export const ownMistake = (thrown: unknown): string =>
  `Earshot made a mistake here: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
