import type { Question } from '../../definition/index.ts';
import type { DataNode } from '../../expression/index.ts';
import { placeNamed } from '../compile/placeNamed.ts';
import { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { textIn } from '../texts/textIn.ts';
import { listIdOf } from '../compile/choiceTexts.ts';
import { choicesNamed } from './choicesNamed.ts';
import { listColumns } from './listColumns.ts';
import { listFor } from './lists.ts';

/** jr:choice-name: the label of `value` among the choices of the question that `path` names, filtered out or not. */
export function choiceLabel(
  state: InterviewState,
  value: string,
  path: string,
  from: DataNode,
): string | undefined {
  if (!(from instanceof InterviewNode)) return undefined;
  const { questionnaire, language } = state;
  const question = placeNamed(path, from.place, questionnaire)?.question ?? undefined;
  const id = question === undefined ? undefined : listIdOf(question);
  if (question === undefined || id === undefined) return undefined;
  if (question.orOther === true && value === 'other') return 'Other';
  const choice = choicesNamed(questionnaire, id)?.find(({ name }) => name === value);
  if (choice !== undefined) return textIn(questionnaire, choice.label, language);
  return labelInFile(state, id, value, question);
}

function labelInFile(
  state: InterviewState,
  id: string,
  value: string,
  question: Question,
): string | undefined {
  const columns = listColumns(question);
  const rows = listFor(state, id)?.children[0]?.children ?? [];
  const column = (row: DataNode, name: string): string | undefined =>
    (row.named?.(name) ?? row.children.filter((child) => child.name === name))[0]?.text();
  const row = rows.find((candidate) => column(candidate, columns.value) === value);
  return row === undefined ? undefined : column(row, columns.label);
}
