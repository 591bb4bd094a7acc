const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{N}._\\-·]*(?::[\\p{L}_][\\p{L}\\p{M}\\p{N}._\\-·]*)?';
const REFERENCE = new RegExp(`^\\$\\{\\s*(?:last-saved#)?${NAME}\\s*\\}`, 'u');
const WHOLE = new RegExp(`^\\s*\\$\\{\\s*(${NAME})\\s*\\}\\s*$`, 'u');

/** A piece of the text at which a `${` is not a well-formed reference, or undefined. */
export function brokenReference(text: string): string | undefined {
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at + 2)) {
    if (!REFERENCE.test(text.slice(at, at + 400))) return text.slice(at, at + 30);
  }
  return undefined;
}

/** The name, when the text is one reference and nothing else. */
export const onlyReference = (text: string): string | undefined => WHOLE.exec(text.slice(0, 400))?.[1];
