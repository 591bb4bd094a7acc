import type { Question } from '../definition/index.ts';
import { questionTypeOf } from '../questionTypes/index.ts';
import type { RowReader } from './surveyForm.ts';

const isCalculatedUnseen = ({ calculation, triggers, label, hint }: Question): boolean =>
  (calculation !== undefined || triggers !== undefined) && label === undefined && hint === undefined;

/** Questions that people see have something to read: a label, a hint or a picture. */
export function checkShown(reader: RowReader, question: Question): void {
  const { control } = questionTypeOf(question.type).xform(question);
  if (control === 'none' || control === 'action' || isCalculatedUnseen(question)) return;
  const blankLabel = question.appearance === 'label' || reader.get('media') !== undefined;
  if (
    question.label !== undefined ||
    question.hint !== undefined ||
    question.media !== undefined ||
    blankLabel
  )
    return;
  const guidance =
    question.guidanceHint === undefined ? '' : ' Guidance alone is not enough, as it may be hidden.';
  reader.error(
    'label',
    `"${question.name}" has no label, hint or picture, so people would see nothing. Add a label.${guidance}`,
  );
}
