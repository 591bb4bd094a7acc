import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskProfanity, textFlagOf } from './index.ts';

const LANGUAGES = ['en', 'ru', 'lv', 'de'];

describe('words that are only kept', () => {
  it.each([
    '...',
    '5',
    '!!!',
    'ok',
    'aaaaaaa',
    'хахаха',
    'asdfgh',
    'qwerty',
    'фывапр',
    'фыва олдж фыва',
    'sdkjfhskdf',
    'Hello',
    'тест',
    'nē',
  ])('nobody meant anything by %j', (text) => {
    expect(textFlagOf(text, 'en')).toBe('spam');
  });

  it.each([
    ['The queue was fucking long', 'en'],
    ['what a sh1t shop', 'en'],
    ['FUUUUCK this', 'lv'],
    ['Полная хуйня', 'ru'],
    ['Пиздец, а не сервис', 'lv'],
    ['заебали ждать', 'ru'],
    ['So eine Scheiße', 'de'],
    ['scheißegal', 'de'],
    ['pilnīgs sūds', 'lv'],
  ])('%j is not for every wall', (text, language) => {
    expect(textFlagOf(text, language)).toBe('profanity');
  });

  it.each([
    ['Too slow', 'en'],
    ['Bad!', 'en'],
    ['More staff at the tills, please', 'en'],
    ['I cannot fault the assistant from Scunthorpe', 'en'],
    ['shiitake were cold', 'en'],
    ['10/10 again', 'en'],
    ['👍', 'en'],
    ['很好', 'en'],
    ['Вас не застрахуют, психую', 'ru'],
    ['Хлеба не было, а себе небо', 'ru'],
    ['Сук дерева упал', 'ru'],
    ['Быстро и вежливо', 'lv'],
    ['Gribu iesniegt sūdzību', 'lv'],
    ['Blakus nebija neviena', 'lv'],
    ['Der Pullover ist zu dick', 'de'],
    ['Das war mir wichtig', 'de'],
    ['Angstschweiß', 'de'],
    ['خدمة ممتازة', 'ar'],
    ['rhythm', 'en'],
  ])('%j is read as it is', (text, language) => {
    expect(textFlagOf(text, language)).toBe('');
  });

  it('nothing that we say ourselves is taken for abuse, in any language', () => {
    const rooms = ['renderer/console/words', 'renderer/i18n/device'].map((room) =>
      join(import.meta.dirname, '../../..', room),
    );
    for (const room of rooms)
      for (const file of readdirSync(room).filter((name) => name.endsWith('.json'))) {
        const words = JSON.parse(readFileSync(join(room, file), 'utf8')) as Record<string, string>;
        for (const language of LANGUAGES)
          expect(Object.values(words).filter((text) => textFlagOf(text, language) === 'profanity')).toEqual(
            [],
          );
      }
  });
});

describe('hidden words', () => {
  it('keep their first letter, and the text its length', () => {
    expect(maskProfanity('What a fucking queue, Fuck!', 'en')).toBe('What a f•••••• queue, F•••!');
    expect(maskProfanity('Всё пиздец', 'lv')).toBe('Всё п•••••');
  });

  it('are all that changes, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...LANGUAGES), (text, language) => {
        const masked = maskProfanity(text, language);
        expect(masked).toHaveLength(text.length);
        if (textFlagOf(text, language) !== 'profanity') expect(masked).toBe(text);
      }),
    );
  });
});
