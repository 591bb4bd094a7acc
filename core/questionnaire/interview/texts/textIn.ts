import type { Text } from '../../definition/index.ts';
import type { Questionnaire } from '../questionnaire.ts';

/** The text in a language, or in the questionnaire's own, or in whichever there is; undefined when there is none. */
export function textIn(
  { definition }: Questionnaire,
  text: Text | undefined,
  language: string,
): string | undefined {
  if (text === undefined) return undefined;
  return text[language] ?? text[definition.defaultLanguage] ?? text['default'] ?? Object.values(text)[0];
}
