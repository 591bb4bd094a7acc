import type { InterfaceLanguage } from '../../i18n/languages.ts';
import type { QuestionSay } from '../../questions/questionWord.ts';

const known = new Map<InterfaceLanguage, Promise<QuestionSay>>();

/** The words of questions that no first screen has to wait for; the same promise each time. */
export function laterWords(language: InterfaceLanguage): Promise<QuestionSay> {
  const asked = known.get(language);
  if (asked !== undefined) return asked;
  const words = import('../../i18n/questions/index.ts').then(({ questionWords }) => questionWords(language));
  known.set(language, words);
  words.catch(() => known.delete(language));
  return words;
}
