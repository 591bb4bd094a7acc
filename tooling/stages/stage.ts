export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** One line for the summary, such as the sizes measured. */
  readonly note: string;
}

export interface Stage {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** A check that is one thing: it holds or it does not. */
export const verdict = (holds: boolean, note = ''): Outcome => ({
  passed: holds ? 1 : 0,
  failed: holds ? 0 : 1,
  note,
});
