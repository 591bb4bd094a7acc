import { describe, expect, it } from 'vitest';
import { ask, problemsOf } from './problemsOf.ts';

const languages = [
  { code: 'en', name: 'English' },
  { code: 'lv', name: 'Latviešu' },
];
const title = { en: 'Visit', lv: 'Apmeklējums' };

describe('languages', () => {
  it('are declared once', () => {
    expect(problemsOf([ask('q')], { languages: [languages[0], languages[0]] }).errors).toEqual([
      'questionnaire, languages: "en" is listed twice; keep one.',
    ]);
  });

  it('hold the default language', () => {
    expect(problemsOf([ask('q')], { defaultLanguage: 'de' }).errors).toEqual([
      'questionnaire, defaultLanguage: The default language "de" is none of "en"; choose one of them.',
    ]);
  });

  it('cannot be called like something every object has', () => {
    const { errors } = problemsOf([ask('q')], {
      languages: [...languages, { code: 'valueOf', name: 'x' }],
      title,
    });
    expect(errors[0]).toMatch(/"valueOf" cannot be the code of a language/);
  });

  it('are the ones that texts are in', () => {
    expect(problemsOf([ask('q', { label: { en: 'Hello', lw: 'Sveiki' } })]).errors).toEqual([
      '/data/q, label: "lw" is no language of this questionnaire. Add it to "languages", or take the text away.',
    ]);
    const misspelt = ask('q', { label: { en: 'Hello', 'lv-LW': 'Sveiki' } });
    const latvian = { code: 'lv-LV', name: 'Latviešu' };
    expect(
      problemsOf([misspelt], { languages: [languages[0], latvian], title: { en: 'a', 'lv-LV': 'b' } })
        .errors[0],
    ).toMatch(/Did you mean "lv-LV"\?/);
  });
});

describe('a missing translation', () => {
  it('is a warning that says what people will see', () => {
    const half = ask('q', { label: { en: 'Hello' }, hint: { lv: 'Sveiki' } });
    expect(problemsOf([half], { languages, title })).toMatchObject({
      errors: [],
      warnings: [
        '/data/q, label: has no text in lv: the default language will be shown. Translate it.',
        '/data/q, hint: has no text in en: nothing will be shown. Translate it.',
      ],
    });
  });

  it('is looked for in every text: messages, media, choices, title', () => {
    const question = ask('q', {
      label: title,
      type: 'select_one',
      choices: 'rows',
      constraint: "'1'",
      constraintMessage: { en: 'No' },
      media: { image: { en: 'a.png' } },
    });
    const choices = { rows: [{ name: 'a', label: { en: 'A' }, media: { audio: { lv: 'a.mp3' } } }] };
    expect(problemsOf([question], { languages, choices }).warnings).toEqual([
      'questionnaire, title: has no text in lv: the default language will be shown. Translate it.',
      '/data/q, constraintMessage: has no text in lv: the default language will be shown. Translate it.',
      '/data/q, media/image: has no text in lv: the default language will be shown. Translate it.',
      'choice "a" of list "rows", label: has no text in lv: the default language will be shown. Translate it.',
      'choice "a" of list "rows", media/audio: has no text in en: nothing will be shown. Translate it.',
    ]);
  });
});
