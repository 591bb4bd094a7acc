/** What a column holds: one value for all rows, a value for each, or for each the UTF-8 bytes of a text. */
export type Column =
  { readonly all: unknown } | { readonly each: readonly unknown[] } | { readonly bytesOf: readonly string[] };
