/** A place in the tree, by its text, and what stands there instead. */
export interface Edit {
  readonly file: string;
  /** Stands there exactly once, or the mutant no longer fits the tree and is to be mended. */
  readonly find: string;
  readonly put: string;
}

/** A safeguard taken away, and the test that has to miss it. */
export interface Mutant {
  readonly removes: string;
  readonly edits: readonly Edit[];
  readonly test: string;
  /** Part of the names of the tests in that file that are run. */
  readonly named: string;
  /** The test starts the built server. */
  readonly built?: true;
}
