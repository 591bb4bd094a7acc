import { wordsOf } from './wordsOf.ts';

/** Alone they say nothing of the place. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    'hi hello hey test testing asdf ok okay lol the and none nothing na',
    'привет здравствуйте тест ок окей да нет ничего ничто лол и',
    'sveiki čau labdien tests ok jā nē nekas nav un',
    'hallo hi test ok ja nein nichts keine und der die das',
  ]
    .join(' ')
    .split(' '),
);

/** Neighbours on a keyboard, row by row: where hands fall when nobody thinks. */
const ROWS = [
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
].flatMap((row) => [row, Array.from(row).reverse().join('')]);
const RUN = 4;
/** Latin and Cyrillic; a word of another script has none of these to count. */
const LETTERS = /[a-zа-я]/gu;
const VOWELS = /[aeiouyаеиоуыэюя]/gu;
/** `rhythm` has one of six, a sentence a third or more. */
const FEWEST_VOWELS = 0.15;
const LONG_ENOUGH = 5;
/** One sign of these is a word or more: there a text may be short. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

const LEAST_LETTERS = 3;
/** Of the letters, from which part on the hand has fallen and not written. */
const MASHED = 0.5;

/**
 * Does it look as if nobody meant anything by it: no letters, fewer than three, one or two letters over and over, a single greeting or
 * filler, or hands on the keyboard. Rules after the practice of feedback terminals (text spam is flagged, never removed).
 */
export function isSpam(text: string): boolean {
  if (DENSE.test(text)) return false;
  const small = text.normalize('NFC').toLowerCase();
  const letters = small.match(/\p{L}/gu) ?? [];
  if (letters.length < LEAST_LETTERS) return true;
  const words = wordsOf(small);
  if (words.length === 1 && EMPTY_WORDS.has(words[0]?.text ?? '')) return true;
  if (letters.length >= 4 && new Set(letters).size <= 2) return true;
  return hasNoVowels(small) || mashedLetters(small) >= letters.length * MASHED;
}

function hasNoVowels(small: string): boolean {
  const plain = small.normalize('NFD');
  const letters = plain.match(LETTERS)?.length ?? 0;
  return letters >= LONG_ENOUGH && (plain.match(VOWELS)?.length ?? 0) < letters * FEWEST_VOWELS;
}

function mashedLetters(small: string): number {
  const mashed = new Set<number>();
  for (let from = 0; from + RUN <= small.length; from += 1) {
    const run = small.slice(from, from + RUN);
    if (!ROWS.some((row) => row.includes(run))) continue;
    for (let at = from; at < from + RUN; at += 1) mashed.add(at);
  }
  return mashed.size;
}
