import type { InterfaceLanguage } from './languages.ts';

type Texts = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;
type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutCategory<Key> = Key extends `${infer Base}_${PluralCategory}` ? Base : Key;

/** Keys as screens use them: `waiting` for the forms `waiting_one`, `waiting_other` ... */
export type WordKey<Catalogue> = WithoutCategory<keyof Catalogue & string>;

/** `count` chooses the plural form of the language (CLDR categories); every value can be written into the text as `{{name}}`. */
export interface Say<Key extends string> {
  (key: Key, values?: Values): string;
  readonly language: InterfaceLanguage;
}

type Catalogues<English> = { readonly en: English } & Readonly<Record<InterfaceLanguage, Texts>>;

const known = new Map<string, Intl.PluralRules>();
function pluralsOf(language: string): Intl.PluralRules {
  const plurals = known.get(language) ?? new Intl.PluralRules(language);
  known.set(language, plurals);
  return plurals;
}

/**
 * The texts of one room in all languages. Takes its keys from the English catalogue; the others are held to it by a test. What a
 * library for this does beyond looking up, choosing a plural and filling in would be a tenth of what the terminal may load.
 */
export function makeWords<const English extends Readonly<Record<string, string>>>(
  catalogues: Catalogues<English>,
): (language: InterfaceLanguage) => Say<WordKey<English>> {
  return (language) => {
    const texts: Texts = catalogues[language];
    const say = (key: string, values: Values = {}): string => {
      const { count } = values;
      const form = typeof count === 'number' ? `${key}_${pluralsOf(language).select(count)}` : key;
      const text = texts[form] ?? texts[key] ?? (catalogues.en as Texts)[key] ?? key;
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
    };
    return Object.assign(say, { language });
  };
}
