import type { Choice, Media } from '../../definition/index.ts';
import { aim, EvaluationFailure } from '../../expression/index.ts';
import type { DataNode } from '../../expression/index.ts';
import { listIdOf } from '../compile/choiceTexts.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { pipe } from '../texts/pipe.ts';
import { textIn } from '../texts/textIn.ts';
import { choicesNamed } from './choicesNamed.ts';
import { RowNode } from './listDocument.ts';
import { inRandomOrder } from './randomOrder.ts';

/** A choice as a question offers it now. */
export interface Offered {
  readonly name: string;
  readonly label: string;
  readonly media?: Media;
  readonly exclusive?: boolean;
  readonly columns?: Readonly<Record<string, string>>;
}

/** The choices that pass the filter, in the order of the list or in the question's random order. */
export function offeredChoices(state: InterviewState, node: InterviewNode): readonly Offered[] {
  const { question, rules, type } = node.place;
  if (question === null || type === null || type.choices === 'none') return [];
  const list = choicesNamed(state.questionnaire, listIdOf(question) ?? '');
  const inList = (choice: Choice): Offered => offer(state, node, choice);
  const offered =
    rules.choices === undefined
      ? [...(list ?? [])].map(inList)
      : passing(state, node).map((row) => {
          const choice =
            row instanceof RowNode && question.file === undefined ? list?.[row.index] : undefined;
          return choice === undefined ? offerRow(node, row) : inList(choice);
        });
  const lacksOther = question.orOther === true && !offered.some(({ name }) => name === OTHER.name);
  const complete = lacksOther ? [...offered, OTHER] : offered;
  return question.parameters?.['randomize'] === 'true' ? inRandomOrder(state, node, complete) : complete;
}

/** XLSForm does not translate it. */
const OTHER: Offered = { name: 'other', label: 'Other' };

function passing(state: InterviewState, node: InterviewNode): readonly DataNode[] {
  try {
    return node.place.rules.choices?.nodes(aim(state.context, node)) ?? [];
  } catch (failure) {
    if (failure instanceof EvaluationFailure) return [];
    throw failure;
  }
}

function offer(state: InterviewState, node: InterviewNode, choice: Choice): Offered {
  const { label, ...rest } = choice;
  return {
    ...rest,
    label: pipe(state, node, textIn(state.questionnaire, label, state.language) ?? choice.name),
  };
}

/** A row of an attached file, or an answer in a repeat. */
function offerRow(node: InterviewNode, row: DataNode): Offered {
  const { parameters } = node.place.question ?? {};
  if (row.children.length === 0) return { name: row.text(), label: row.text() };
  const columns = Object.fromEntries(row.children.map((child) => [child.name, child.text()]));
  const name = columns[parameters?.['value'] ?? 'name'] ?? '';
  return { name, label: columns[parameters?.['label'] ?? 'label'] ?? name, columns };
}
