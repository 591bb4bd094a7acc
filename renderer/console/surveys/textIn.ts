/** A text in the interface's language, else in its own first one. */
export const textIn = (
  text: Readonly<Record<string, string>> | undefined,
  language: string,
  otherwise: string,
): string => text?.[language] ?? text?.[otherwise] ?? Object.values(text ?? {})[0] ?? '';
