import { describe, expect, it } from 'vitest';
import de from './de.json';
import en from './en.json';
import { consoleWords } from './index.ts';
import lv from './lv.json';
import ru from './ru.json';

const CATALOGUES = { en, ru, lv, de };
const LANGUAGES = ['en', 'ru', 'lv', 'de'] as const;
const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/;
const places = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

const plurals = (catalogue: Readonly<Record<string, string>>): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const key of Object.keys(catalogue)) {
    const [, base, category] = PLURAL.exec(key) ?? [];
    if (base !== undefined && category !== undefined) found.set(base, [...(found.get(base) ?? []), category]);
  }
  return found;
};
const plain = (catalogue: Readonly<Record<string, string>>): string[] =>
  Object.keys(catalogue)
    .filter((key) => !PLURAL.test(key))
    .sort();

describe.each(LANGUAGES)('the console in %s', (language) => {
  const catalogue: Readonly<Record<string, string>> = CATALOGUES[language];

  it('says everything that English says, and nothing more', () => {
    expect(plain(catalogue)).toEqual(plain(en));
    expect([...plurals(catalogue).keys()].sort()).toEqual([...plurals(en).keys()].sort());
  });

  it('has exactly the plural forms of its language', () => {
    const wanted = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    for (const [key, categories] of plurals(catalogue))
      expect([key, categories.sort()]).toEqual([key, wanted]);
  });

  it('fills the same places as English', () => {
    const english: Readonly<Record<string, string>> = en;
    for (const [key, text] of Object.entries(catalogue)) {
      const model = english[key] ?? english[key.replace(PLURAL, '$1_other')] ?? '';
      expect([key, places(text)]).toEqual([key, places(model)]);
    }
  });
});

describe('counting', () => {
  const forms = (language: (typeof LANGUAGES)[number]): string[] => {
    const say = consoleWords(language);
    return [0, 1, 2, 5, 10, 11, 21, 22, 25, 101].map((count) => say('answers', { count, n: count }));
  };

  it('follows Russian', () => {
    expect(forms('ru')).toEqual([
      '0 ответов',
      '1 ответ',
      '2 ответа',
      '5 ответов',
      '10 ответов',
      '11 ответов',
      '21 ответ',
      '22 ответа',
      '25 ответов',
      '101 ответ',
    ]);
  });

  it('follows Latvian, whose zero also covers 10 and 11', () => {
    expect(forms('lv')).toEqual([
      '0 atbilžu',
      '1 atbilde',
      '2 atbildes',
      '5 atbildes',
      '10 atbilžu',
      '11 atbilžu',
      '21 atbilde',
      '22 atbildes',
      '25 atbildes',
      '101 atbilde',
    ]);
  });

  it('follows English and German', () => {
    expect(forms('en').slice(0, 3)).toEqual(['0 answers', '1 answer', '2 answers']);
    expect(forms('de').slice(0, 3)).toEqual(['0 Antworten', '1 Antwort', '2 Antworten']);
  });
});
