import { isSpecial, questionTypeOf } from '../../core/questionnaire/index.ts';
import type { AnswerValue, Parts } from '../../core/questionnaire/index.ts';
import type { QuestionProps } from './questionProps.ts';

/** What the question shows as said: what is being written, else the answer. "Don't know" and "refused" show on their own buttons. */
export function currentValue({ view, typed }: Pick<QuestionProps, 'view' | 'typed'>): AnswerValue {
  const decoded = typed === undefined ? undefined : questionTypeOf(view.type).decode(typed);
  const value = decoded?.ok === true ? decoded.value : view.value;
  return isSpecial(value) ? null : value;
}

/** The text in a field: as it was typed, else the answer as XForms text. */
export function currentText({ view, typed }: Pick<QuestionProps, 'view' | 'typed'>): string {
  if (typed !== undefined) return typed;
  const { type, value } = view;
  if (value === null || isSpecial(value)) return '';
  return typeof value === 'string' ? value : questionTypeOf(type).encode(value);
}

export const namesIn = (value: AnswerValue): readonly string[] =>
  Array.isArray(value)
    ? value.filter((name) => typeof name === 'string')
    : typeof value === 'string' && value !== ''
      ? [value]
      : [];

export function partsIn(value: AnswerValue): Parts {
  const isParts =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !('latitude' in value);
  return isParts ? (value as Parts) : {};
}
