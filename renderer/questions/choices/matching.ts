import type { ChoiceView } from '../../../core/questionnaire/index.ts';

/** Letters without their marks, so that "riga" finds "Rīga". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Choices that contain what is looked for; those that begin with it come first. */
export function matching(choices: readonly ChoiceView[], wanted: string): readonly ChoiceView[] {
  const text = plain(wanted);
  if (text === '') return choices;
  const starting: ChoiceView[] = [];
  const containing: ChoiceView[] = [];
  for (const choice of choices) {
    const label = plain(choice.label);
    if (label.startsWith(text)) starting.push(choice);
    else if (label.includes(text)) containing.push(choice);
  }
  return [...starting, ...containing];
}
