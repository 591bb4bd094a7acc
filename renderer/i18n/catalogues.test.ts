import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from './languages.ts';

type Texts = Readonly<Record<string, string>>;

const files = import.meta.glob<Texts>('./*/*.json', { eager: true, import: 'default' });
const rooms = [...new Set(Object.keys(files).map((path) => path.split('/')[1] ?? ''))];
const textsOf = (room: string, language: string): Texts => files[`./${room}/${language}.json`] ?? {};

const FORM = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string): string => key.replace(FORM, '');
const basesOf = (texts: Texts): readonly string[] => [...new Set(Object.keys(texts).map(baseOf))].sort();
const formsOf = (texts: Texts, base: string): readonly string[] =>
  Object.keys(texts)
    .filter((key) => FORM.test(key) && baseOf(key) === base)
    .map((key) => key.slice(base.length + 1))
    .sort();
const holesOf = (text: string): readonly string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

const cases = rooms.flatMap((room) => INTERFACE_LANGUAGES.map((language) => [room, language] as const));

describe.each(cases)('the texts of the room %s in %s', (room, language: InterfaceLanguage) => {
  const texts = textsOf(room, language);
  const english = textsOf(room, 'en');

  it('are the same texts as in English', () => {
    expect(basesOf(texts)).toEqual(basesOf(english));
    expect(basesOf(texts).length).toBeGreaterThan(5);
  });

  it('have every plural form of the language, and no other', () => {
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    for (const base of basesOf(english)) {
      const wanted = formsOf(english, base).length > 0 ? categories : [];
      expect([base, formsOf(texts, base)]).toEqual([base, wanted]);
    }
  });

  it('leave room for the same values', () => {
    for (const [key, text] of Object.entries(texts)) {
      const same = english[key] ?? english[`${baseOf(key)}_other`] ?? '';
      expect([key, holesOf(text)]).toEqual([key, holesOf(same)]);
      expect(text.trim()).not.toBe('');
    }
  });
});
