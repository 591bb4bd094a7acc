/** What stops a definition from being compiled, with the place, what is wrong and how to mend it. */
export interface CompileProblem {
  /** Path of the question, group or repeat; '' for the questionnaire as a whole. */
  readonly path: string;
  /** Column of the element: `relevant`, `calculation` ...; '' for the element as a whole. */
  readonly column: string;
  readonly message: string;
  /** 0-based offset in the column's text, for expressions. */
  readonly position?: number;
}
