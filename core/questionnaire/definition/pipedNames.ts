interface PipedName {
  /** As written between the braces, trimmed. */
  readonly name: string;
  readonly lastSaved: boolean;
  readonly at: number;
}

const LAST_SAVED = 'last-saved#';

/** The `${name}`s of a text, in order. A `${` that nothing closes is plain text. */
export function pipedNames(text: string): readonly PipedName[] {
  const found: PipedName[] = [];
  let at = text.indexOf('${');
  while (at >= 0) {
    const end = text.indexOf('}', at);
    if (end < 0) break;
    const written = text.slice(at + 2, end).trim();
    const lastSaved = written.startsWith(LAST_SAVED);
    found.push({ name: lastSaved ? written.slice(LAST_SAVED.length) : written, lastSaved, at });
    at = text.indexOf('${', end);
  }
  return found;
}
