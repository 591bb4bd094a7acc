import { isRightToLeft } from '../../definition/index.ts';
import type { Language } from '../../definition/index.ts';
import { readLeftOver } from '../leftOver.ts';
import { attributeOf, named } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';

/** Values of one text in one language, by form: '' for the plain one, `short`, `guidance`, `image` ... */
export type TextForms = ReadonlyMap<string, XmlElement>;

export interface Itext {
  readonly languages: readonly Language[];
  readonly defaultLanguage: string;
  /** None of the translations is marked as the one of the default language. */
  readonly defaultUnsaid: boolean;
  /** By id, then by language code. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, TextForms>>;
}

/** Texts without a language stand under this code. */
const NO_LANGUAGE = 'default';

export function readItext(model: XmlElement): Itext {
  const translations = named(model, 'itext').flatMap((itext) => named(itext, 'translation'));
  const languages: Language[] = [];
  const texts = new Map<string, Map<string, TextForms>>();
  let marked: string | undefined;
  for (const translation of translations) {
    const language = languageOf(attributeOf(translation, 'lang') ?? NO_LANGUAGE);
    if (!languages.some(({ code }) => code === language.code)) languages.push(language);
    const isDefault = attributeOf(translation, 'default');
    if (isDefault !== undefined && isDefault !== 'false()' && isDefault !== 'false') marked ??= language.code;
    for (const text of named(translation, 'text')) addText(texts, text, language.code);
  }
  const defaultUnsaid = languages.length > 0 && marked === undefined;
  if (languages.length === 0) {
    const kept = keptLanguages(model);
    marked = kept.defaultLanguage;
    languages.push(...kept.languages);
  }
  const defaultLanguage = marked ?? languages[0]?.code ?? NO_LANGUAGE;
  return { languages, defaultLanguage, defaultUnsaid, texts };
}

const isLanguage = (value: unknown): value is Language =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';

/** The languages of a form whose texts name none. */
function keptLanguages(model: XmlElement): Pick<Itext, 'languages'> & { readonly defaultLanguage?: string } {
  const { languages, defaultLanguage } = readLeftOver(attributeOf(model, 'earshot:more'));
  const kept: readonly Language[] = Array.isArray(languages) ? languages.filter(isLanguage) : [];
  if (kept.length === 0) return { languages: [{ code: NO_LANGUAGE, name: NO_LANGUAGE }] };
  return typeof defaultLanguage === 'string' ? { languages: kept, defaultLanguage } : { languages: kept };
}

function addText(texts: Map<string, Map<string, TextForms>>, text: XmlElement, language: string): void {
  const id = attributeOf(text, 'id') ?? '';
  const forms = new Map<string, XmlElement>();
  for (const value of named(text, 'value')) forms.set(attributeOf(value, 'form') ?? '', value);
  const byLanguage = texts.get(id) ?? new Map<string, TextForms>();
  byLanguage.set(language, forms);
  texts.set(id, byLanguage);
}

const CODE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** `English (en)` is the language en, named English. */
function languageOf(lang: string): Language {
  const [, name = '', code = ''] = /^(.*\S)\s*\(([^()\s]+)\)\s*$/.exec(lang) ?? [];
  const language = CODE.test(code) && name !== '' ? { code, name } : { code: lang, name: lang };
  const written = language.code === lang || lang === `${name} (${code})` ? {} : { written: lang };
  return { ...language, ...(isRightToLeft(language.code) ? { direction: 'rtl' } : {}), ...written };
}
