import type { ChoiceView, QuestionView } from '../../../core/questionnaire/index.ts';

const SEVERAL: readonly QuestionView['type'][] = ['select_multiple', 'select_multiple_from_file'];

/** Whether several choices may be taken. */
export const takesSeveral = ({ type, parameters }: QuestionView): boolean =>
  SEVERAL.includes(type) || (type === 'picture-choice' && parameters['multiple'] === 'true');

/** The names chosen after a tap on one of them; an exclusive one leaves the others, and the others leave it. */
export function toggled(
  name: string,
  chosen: readonly string[],
  offered: readonly ChoiceView[],
): readonly string[] {
  if (chosen.includes(name)) return chosen.filter((other) => other !== name);
  const alone = new Set(offered.filter(({ exclusive }) => exclusive === true).map((choice) => choice.name));
  return alone.has(name) ? [name] : [...chosen.filter((other) => !alone.has(other)), name];
}
