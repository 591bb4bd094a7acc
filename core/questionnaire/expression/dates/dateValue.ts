/** A date or a moment, as today(), now(), date() and date-time() give them. Text is ISO 8601, number is days since 1970-01-01. */
export interface DateValue {
  readonly kind: 'date';
  /** As XForms writes it: `2026-11-21`, or `2026-11-21T21:40:00.000+02:00`. */
  readonly text: string;
  /** Days since 1970-01-01T00:00 UTC, with fraction for a moment. */
  readonly days: number;
}
