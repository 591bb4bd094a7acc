/** A word as it was typed, and where it stands in the text. */
export interface Word {
  readonly text: string;
  readonly from: number;
}

const WORD = /[\p{L}\p{M}\p{N}@$]+/gu;

export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)].map((match) => ({ text: match[0], from: match.index }));

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  ё: 'е',
  ß: 'ss',
};

/** As it would be written without disguise: small letters, look-alikes as the letters they stand for, a letter held down as one. */
export const undisguised = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[@$013ёß]/gu, (sign) => LOOK_ALIKES[sign] ?? sign)
    .replace(/(\p{L})\1{2,}/gu, '$1');
