import type { Choice } from '../../definition/index.ts';
import type { Questionnaire } from '../questionnaire.ts';

/** The choices of a list of the questionnaire itself. */
export const choicesNamed = ({ definition }: Questionnaire, id: string): readonly Choice[] | undefined =>
  definition.choices?.[id] ?? definition.externalChoices?.[id];
