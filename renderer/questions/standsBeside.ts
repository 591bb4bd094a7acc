import type { QuestionView } from '../../core/questionnaire/index.ts';

const TALL: readonly QuestionView['type'][] = [
  'integer',
  'decimal',
  'phone-number',
  'date',
  'time',
  'dateTime',
];

/** Its answers are tall: on a wide screen they stand beside the words rather than below. */
export const standsBeside = ({ type, appearance, readOnly }: QuestionView): boolean =>
  !readOnly &&
  (TALL.includes(type) || (type === 'text' && appearance.includes('numbers'))) &&
  !appearance.includes('counter');
