/** The items of a space-separated list, as select_multiple stores its choices. */
export function splitList(text: string): readonly string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/\s+/);
}
