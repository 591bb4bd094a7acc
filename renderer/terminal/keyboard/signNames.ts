import type { KeyboardWord } from '../../i18n/keyboard/index.ts';

/** Signs that a screen reader passes over in silence, or reads in different words each. */
const NAMES: Readonly<Record<string, KeyboardWord>> = {
  ' ': 'space',
  '.': 'sign.stop',
  ',': 'sign.comma',
  '،': 'sign.comma',
  ':': 'sign.colon',
  ';': 'sign.semicolon',
  '؛': 'sign.semicolon',
  '!': 'sign.exclamation',
  '?': 'sign.question',
  '؟': 'sign.question',
  '…': 'sign.ellipsis',
  '-': 'sign.hyphen',
  '–': 'sign.dash',
  _: 'sign.underscore',
  "'": 'sign.apostrophe',
  '"': 'sign.quote',
  '«': 'sign.quoteOpens',
  '»': 'sign.quoteCloses',
  '(': 'sign.bracketOpens',
  ')': 'sign.bracketCloses',
  '/': 'sign.slash',
  '|': 'sign.bar',
  '~': 'sign.tilde',
  '*': 'sign.star',
  '+': 'sign.plus',
  '=': 'sign.equals',
  '@': 'sign.at',
  '#': 'sign.hash',
  '&': 'sign.and',
  '%': 'sign.percent',
  '°': 'sign.degree',
  '№': 'sign.number',
};

/** Marks above and below Arabic letters have names in their own language only. */
const MARKS: Readonly<Record<string, string>> = {
  '\u064B': 'تنوين فتح',
  '\u064C': 'تنوين ضم',
  '\u064D': 'تنوين كسر',
  '\u064E': 'فتحة',
  '\u064F': 'ضمة',
  '\u0650': 'كسرة',
  '\u0651': 'شدة',
  '\u0652': 'سكون',
};

export const signName = (sign: string): KeyboardWord | undefined => NAMES[sign];
export const markName = (mark: string): string | undefined => MARKS[mark];
