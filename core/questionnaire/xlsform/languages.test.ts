import { expect, it } from 'vitest';
import { definitionOf, readLines } from './rehearsal/readLines.ts';

it('calls languages by their code', () => {
  const { languages, defaultLanguage, elements } = definitionOf({
    survey: [
      'type | name | label::English (en) | label::العربية (ar) | media::image::English (en)',
      'text | a | Name | الاسم | face.png',
    ],
  });
  expect(languages).toEqual([
    { code: 'en', name: 'English' },
    { code: 'ar', name: 'العربية', direction: 'rtl' },
  ]);
  expect(defaultLanguage).toBe('en');
  expect(elements).toMatchObject([
    { label: { en: 'Name', ar: 'الاسم' }, media: { image: { en: 'face.png' } } },
  ]);
});

it('takes a column without a language for the default language, unless that has a column', () => {
  const survey = ['type | name | label | label::French (fr) | hint', 'text | a | Name | Nom | Here'];
  expect(definitionOf({ survey })).toMatchObject({
    defaultLanguage: 'default',
    languages: [{ code: 'default' }, { code: 'fr' }],
    elements: [{ label: { default: 'Name', fr: 'Nom' }, hint: { default: 'Here' } }],
  });
  expect(definitionOf({ survey, settings: ['default_language', 'English (en)'] })).toMatchObject({
    defaultLanguage: 'en',
    elements: [{ label: { en: 'Name', fr: 'Nom' }, hint: { en: 'Here' } }],
  });
  expect(definitionOf({ survey, settings: ['default_language', 'French (fr)'] })).toMatchObject({
    defaultLanguage: 'fr',
    elements: [{ label: { fr: 'Nom' }, hint: { fr: 'Here' } }],
  });
});

it('divides headers at single colons where none are double', () => {
  const survey = ['type | name | label:en | media:image:en', 'text | a | Name | face.png'];
  expect(definitionOf({ survey })).toMatchObject({
    elements: [{ label: { en: 'Name' }, media: { image: { en: 'face.png' } } }],
  });
});

it('warns of languages without a code, and of columns that a language lacks', () => {
  const { findings } = readLines({
    survey: [
      'type | name | label::English | label::French (fr) | hint::French (fr)',
      'text | a | Name | Nom | Ici',
    ],
  });
  expect(findings).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('English') as string },
    { severity: 'warning', sheet: 'survey', row: 1, column: 'hint::English' },
  ]);
});
