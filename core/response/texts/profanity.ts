import { undisguised, wordsOf } from './wordsOf.ts';

/**
 * Whole words that most people of a language would not want on a wall, with their endings. Short on purpose: a word that is also an
 * innocent one (English `dick` is German for thick, Latvian `sūdzība` is a complaint) is better read than hidden.
 */
const LATIN: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:mother)?fuck\p{L}*|(?:bull|horse)?shit(?:s|ty|ting|head|heads)?|bitch(?:es|y|ing)?|cunts?|ass(?:hole|wipe|hat)s?|wank(?:er|ers|ing)|whores?|sluts?|bollocks|faggots?|nigg(?:er|a)s?)$/u,
  de: /^(?:(?:be|ver)?scheiss\p{L}*|(?:be|ver)schissen\p{L}*|arsch(?:loch|löcher|geige|geigen)?|(?:ge|ver)?fick(?:t|te|ten|ter|tes|en|er)?|huren(?:sohn|söhne)|hure|fotzen?|wichser\p{L}*|schlampen?|miststück\p{L}*)$/u,
  lv: /^(?:dirs(?:a|ā|as|u|ai)|pidar\p{L}*|mauk(?:a|as|u|ām)|pizd\p{L}*|bļa[dģ]\p{L}*|bļeģ\p{L}*|sūd(?:s|i|a|iem|ā|os|īgs|īga|īgi)|(?:na|po)?huj\p{L}*|job(?:t|an)\p{L}*)$/u,
};
const CYRILLIC =
  /^(?:(?:на|по|ни|до|о|а)?ху[йеяю]\p{L}*|(?:за|вы|на|у|по|отъ|съ|разъ|долбо|до|про)?еб(?:а|л|и|у|н)\p{L}*|(?:на|с|от|за|рас)?пизд\p{L}*|бля(?:д|т)?\p{L}{0,4}|сук(?:а|и|у|ой|ин\p{L}*)|муда(?:к|ч)\p{L}*|г[ао]ндон\p{L}*|пид[оа]р\p{L}*|дерьм\p{L}*|говн\p{L}*)$/u;

const isCyrillic = /^\p{Script=Cyrillic}+$/u;

/** People swear in English and Russian whatever the language of the interview is. */
const isProfane = (word: string, language: string): boolean => {
  const plain = undisguised(word);
  if (isCyrillic.test(plain)) return CYRILLIC.test(plain);
  return [language.split('-')[0] ?? '', 'en'].some((one) => LATIN[one]?.test(plain) === true);
};

export const hasProfanity = (text: string, language: string): boolean =>
  wordsOf(text).some((word) => isProfane(word.text, language));

/** The text with all but the first letter of such words hidden; as long as before. */
export function maskProfanity(text: string, language: string): string {
  let masked = text;
  for (const { text: word, from } of wordsOf(text)) {
    if (!isProfane(word, language)) continue;
    const hidden = (word[0] ?? '') + '•'.repeat(word.length - 1);
    masked = masked.slice(0, from) + hidden + masked.slice(from + word.length);
  }
  return masked;
}
