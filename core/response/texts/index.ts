import { hasProfanity } from './profanity.ts';
import { isSpam } from './spam.ts';

export { maskProfanity } from './profanity.ts';

/** What speaks against showing a text to everybody. It is kept, and can be read by whoever asks for it. */
export const TEXT_FLAGS = ['profanity', 'spam'] as const;
export type TextFlag = (typeof TEXT_FLAGS)[number];

/** `language` is that of the interview (BCP 47): people may write in another one. '' where nothing speaks against it. */
export function textFlagOf(text: string, language: string): TextFlag | '' {
  if (hasProfanity(text, language)) return 'profanity';
  return isSpam(text) ? 'spam' : '';
}
