/** How a response that was not understood is to be read, by a person's word. */
export interface Fix {
  readonly surveyId: string;
  readonly questionnaireId: string;
  readonly questionnaireVersion: string;
  /** Path of an answer -> path of the question that it answers in that version. */
  readonly questions: Readonly<Record<string, string>>;
  /** Where it counts; left out: where the response says. */
  readonly touchpointId?: string | undefined;
}

/**
 * What a person may decide on an item of the inbox. Of each sort the last one holds: `fixed`, or `withdrawn`, which takes that back;
 * `dismissed` or `returned`; and, of one that
 * came under the id and revision of another, `kept` (the other one counts), `taken` (it counts in the other's place) or `apart` (it
 * counts as a response of its own).
 */
export type Correction =
  | { readonly kind: 'fixed'; readonly fix: Fix }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'dismissed'; readonly why: string; readonly was: string }
  | { readonly kind: 'returned' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'apart'; readonly apartId: string };

/** A correction with its place among those of its id and revision. */
export interface NotedCorrection {
  readonly nth: number;
  readonly contentHash: string;
  readonly correction: Correction;
  readonly by: string;
  readonly at: number;
}
