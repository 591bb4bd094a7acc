import { describe, expect, it } from 'vitest';
import { deviceWords } from './device/index.ts';

const COUNTS = [0, 1, 2, 5, 10, 11, 21, 22, 25, 101] as const;

/** After the CLDR: what a native would write for each of these counts. */
const WAITING = {
  en: [
    '0 responses are',
    '1 response is',
    '2 responses are',
    '5 responses are',
    '10 responses are',
    '11 responses are',
    '21 responses are',
    '22 responses are',
    '25 responses are',
    '101 responses are',
  ],
  ru: [
    'Ждут 0 ответов',
    'Ждёт 1 ответ',
    'Ждут 2 ответа',
    'Ждут 5 ответов',
    'Ждут 10 ответов',
    'Ждут 11 ответов',
    'Ждёт 21 ответ',
    'Ждут 22 ответа',
    'Ждут 25 ответов',
    'Ждёт 101 ответ',
  ],
  lv: [
    'Gaida 0 atbilžu',
    'Gaida 1 atbilde',
    'Gaida 2 atbildes',
    'Gaida 5 atbildes',
    'Gaida 10 atbilžu',
    'Gaida 11 atbilžu',
    'Gaida 21 atbilde',
    'Gaida 22 atbildes',
    'Gaida 25 atbildes',
    'Gaida 101 atbilde',
  ],
  de: [
    '0 Antworten warten',
    '1 Antwort wartet',
    '2 Antworten warten',
    '5 Antworten warten',
    '10 Antworten warten',
    '11 Antworten warten',
    '21 Antworten warten',
    '22 Antworten warten',
    '25 Antworten warten',
    '101 Antworten warten',
  ],
} as const;

describe('counted things', () => {
  it.each(['en', 'ru', 'lv', 'de'] as const)('are counted in %s as people there count', (language) => {
    const say = deviceWords(language);
    const said = COUNTS.map((count) => say('waiting', { count }));
    expect(said.map((text, index) => text.startsWith(WAITING[language][index] ?? '?'))).toEqual(
      COUNTS.map(() => true),
    );
  });
});
