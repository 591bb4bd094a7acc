import type { CheckedForm } from '../../../formats/check/checkForms.ts';

/** What the worker tells: a form, then at the end which files nobody asked for. */
export type ReadingMessage =
  | { readonly kind: 'form'; readonly form: CheckedForm }
  | { readonly kind: 'end'; readonly unclaimed: readonly string[] };
