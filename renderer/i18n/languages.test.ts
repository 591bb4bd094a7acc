import { describe, expect, it } from 'vitest';
import { interfaceLanguage, textDirection } from './languages.ts';

describe('the language of the interface', () => {
  it('serves a regional language with its own, and others with the next best', () => {
    expect(interfaceLanguage('de-AT')).toBe('de');
    expect(interfaceLanguage('ar', 'lv')).toBe('lv');
    expect(interfaceLanguage('ar')).toBe('en');
    expect(interfaceLanguage()).toBe('en');
  });

  it('is written as its script is, unless the questionnaire says otherwise', () => {
    expect(textDirection('ar')).toBe('rtl');
    expect(textDirection('he-IL')).toBe('rtl');
    expect(textDirection('lv')).toBe('ltr');
    expect(textDirection('Arabic', 'rtl')).toBe('rtl');
  });
});
