import type { Column } from './headers.ts';

/** The columns of one text: the one without a language, and those in languages as the headers name them. */
export interface TextColumns {
  readonly base: string;
  readonly plain: string | undefined;
  readonly translations: readonly { readonly key: string; readonly language: string }[];
}

function splitParts(
  parts: readonly string[],
  translated: ReadonlySet<string>,
): readonly [base: string | undefined, language: string | undefined] {
  for (const length of [2, 1]) {
    const base = parts.slice(0, length).join('::');
    if (parts.length >= length && translated.has(base)) return [base, parts[length]];
  }
  return [undefined, undefined];
}

/** Finds the columns of texts, by the name of the text. */
export function textColumnsOf(
  columns: readonly Column[],
  translated: ReadonlySet<string>,
): ReadonlyMap<string, TextColumns> {
  const texts = new Map<string, TextColumns>();
  for (const { parts, key } of columns) {
    const [base, language] = splitParts(parts, translated);
    if (base === undefined) continue;
    const { plain, translations } = texts.get(base) ?? { plain: undefined, translations: [] };
    texts.set(base, {
      base,
      plain: language === undefined ? key : plain,
      translations: language === undefined ? translations : [...translations, { key, language }],
    });
  }
  return texts;
}
