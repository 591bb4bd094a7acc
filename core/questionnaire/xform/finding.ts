/** What the reader of an XForm has to say; `unsupported` parts are left out, the rest of the form works. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'unsupported';
  /** Path in the primary instance, or the part of the form that is meant. */
  readonly place: string;
  readonly message: string;
}
