import { specialText } from '../../questionTypes/index.ts';

const SPECIAL: ReadonlySet<string> = new Set(
  (['dontKnow', 'refused'] as const).map((special) => specialText({ special })),
);

/** Whether a kept answer is "don't know" or "refused". */
export const isSpecialText = (text: string): boolean => SPECIAL.has(text);
