import { createInstance } from 'i18next';
import type { InterfaceLanguage } from './languages.ts';

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutCategory<Key> = Key extends `${infer Base}_${PluralCategory}` ? Base : Key;

/** Keys as screens use them: `waiting` for the forms `waiting_one`, `waiting_other` ... */
export type WordKey<Catalogue> = WithoutCategory<keyof Catalogue & string>;

/** `count` chooses the plural form of the language (CLDR categories); every value can be written into the text as `{{name}}`. */
export interface Say<Key extends string> {
  (key: Key, values?: Readonly<Record<string, string | number>>): string;
  readonly language: InterfaceLanguage;
}

type Catalogues<English> = { readonly en: English } & Readonly<
  Record<InterfaceLanguage, Readonly<Record<string, string>>>
>;

const interfaceTexts = createInstance();
void interfaceTexts.init({
  initAsync: false,
  fallbackLng: 'en',
  // Keys are flat: a dot or a colon in them means nothing.
  keySeparator: false,
  nsSeparator: false,
  // React escapes.
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

/** The texts of one room in all languages. Takes its keys from the English catalogue; the others are held to it by a test. */
export function makeWords<const English extends Readonly<Record<string, string>>>(
  room: string,
  catalogues: Catalogues<English>,
): (language: InterfaceLanguage) => Say<WordKey<English>> {
  for (const [language, texts] of Object.entries(catalogues)) {
    interfaceTexts.addResourceBundle(language, room, texts);
  }
  return (language) => {
    const translate = interfaceTexts.getFixedT(language, room);
    const say = (key: string, values = {}): string => translate(key, values);
    return Object.assign(say, { language });
  };
}
