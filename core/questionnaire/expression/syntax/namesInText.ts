export interface NameInText {
  readonly name: string;
  readonly lastSaved: boolean;
}

const REFERENCE = /\$\{\s*(last-saved#)?([^\s{}$#]+)\s*\}/g;

/** Each `${name}` in a text that is no expression: a label, a hint, the quoted path of jr:choice-name. */
export function namesInText(text: string): readonly NameInText[] {
  return [...text.matchAll(REFERENCE)].map(([, lastSaved, name = '']) => ({
    name,
    lastSaved: lastSaved !== undefined,
  }));
}
