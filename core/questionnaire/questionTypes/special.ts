import type { AnswerValue, Special, SpecialAnswer } from './answerValue.ts';

/** The tilde keeps them apart from what people type and from names of choices. */
const codes: ReadonlyMap<string, SpecialAnswer> = new Map([
  ['~dontKnow', 'dontKnow'],
  ['~refused', 'refused'],
]);

const isSpecialAnswer = (value: unknown): value is SpecialAnswer =>
  value === 'dontKnow' || value === 'refused';

/** The special answer that a raw value stands for, if it is one: `{ special: 'refused' }` or `~refused`. */
export function specialOf(raw: unknown): Special | undefined {
  if (typeof raw === 'string') {
    const special = raw.startsWith('~') ? codes.get(raw) : undefined;
    return special === undefined ? undefined : { special };
  }
  if (typeof raw !== 'object' || raw === null || !('special' in raw)) return undefined;
  return isSpecialAnswer(raw.special) ? { special: raw.special } : undefined;
}

export const isSpecial = (value: AnswerValue): value is Special => specialOf(value) !== undefined;

/** The XForms string of a special answer. */
export const specialText = ({ special }: Special): string => `~${special}`;
