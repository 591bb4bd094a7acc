import type { Text } from '../../definition/index.ts';
import { choicesNamed } from '../lists/choicesNamed.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { textIn } from './textIn.ts';

const OF_CHOICE = /^(.+)-(\d+)$/;
const OF_ELEMENT = /^(\/.+):(label|hint|guidanceHint|constraintMsg|requiredMsg)$/;

/** jr:itext with the ids that pyxform gives: `list-0` for choices, `/data/name:label` for elements. */
export function translationOf(state: InterviewState, id: string): string | undefined {
  const { questionnaire, language } = state;
  const [, list = '', index = ''] = OF_CHOICE.exec(id) ?? [];
  const choice = choicesNamed(questionnaire, list)?.[Number(index)];
  if (choice !== undefined) return textIn(questionnaire, choice.label, language);
  const [, path = '', kind = ''] = OF_ELEMENT.exec(id) ?? [];
  const element = questionnaire.byPath.get(path)?.element;
  if (element === null || element === undefined) return undefined;
  const question = 'required' in element ? element : undefined;
  const texts: Readonly<Record<string, Text | undefined>> = {
    label: element.label,
    hint: element.hint,
    guidanceHint: element.guidanceHint,
    constraintMsg: question?.constraintMessage,
    requiredMsg: question?.requiredMessage,
  };
  return textIn(questionnaire, texts[kind], language);
}
