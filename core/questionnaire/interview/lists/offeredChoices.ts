import type { Choice, Media } from '../../definition/index.ts';
import { aim, EvaluationFailure } from '../../expression/index.ts';
import type { DataNode } from '../../expression/index.ts';
import type { OfferedChoice } from '../../questionTypes/index.ts';
import { listIdOf } from '../compile/choiceTexts.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { pipe } from '../texts/pipe.ts';
import { textIn } from '../texts/textIn.ts';
import { choicesNamed } from './choicesNamed.ts';
import { listColumns } from './listColumns.ts';
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
  const { question } = node.place;
  const offered = sourcesOf(state, node).map((source) =>
    isRow(source) ? offerRow(node, source) : offer(state, node, source),
  );
  const lacksOther = question?.orOther === true && !offered.some(({ name }) => name === OTHER.name);
  const complete = lacksOther ? [...offered, OTHER] : offered;
  return question?.parameters?.['randomize'] === 'true' ? inRandomOrder(state, node, complete) : complete;
}

/** The lists that parameters of the question name (`scale`, `poles`, `tick_labelset`), by parameter. */
export function offeredLists(
  state: InterviewState,
  node: InterviewNode,
): readonly (readonly [string, readonly Offered[]])[] {
  const { question, type } = node.place;
  return Object.entries(question?.parameters ?? {}).flatMap(([parameter, list]) => {
    if (type?.parameters[parameter]?.kind !== 'list') return [];
    const choices = choicesNamed(state.questionnaire, list) ?? [];
    return [[parameter, choices.map((choice) => offer(state, node, choice))] as const];
  });
}

/** What an answer may name, without the texts that only screens need. */
export function answerableChoices(state: InterviewState, node: InterviewNode): readonly OfferedChoice[] {
  const { question } = node.place;
  const { value } = listColumns(question ?? {});
  const sources = sourcesOf(state, node).map((source) =>
    isRow(source) ? { name: nameIn(source, value) } : source,
  );
  return question?.orOther === true ? [...sources, OTHER] : sources;
}

/** Choices of the questionnaire's own lists; rows of attached ones; answers in a repeat. */
function sourcesOf(state: InterviewState, node: InterviewNode): readonly (Choice | DataNode)[] {
  const { question, rules, type } = node.place;
  if (question === null || type === null || type.choices === 'none') return [];
  const list = choicesNamed(state.questionnaire, listIdOf(question) ?? '') ?? [];
  if (rules.choices === undefined) return list;
  const rows = passing(state, node);
  if (question.file !== undefined) return rows;
  return rows.map((row) => (row instanceof RowNode ? list[row.index] : undefined) ?? row);
}

const isRow = (source: Choice | DataNode): source is DataNode => 'children' in source;

/** Answers in a repeat have no columns: they are the name themselves. */
function nameIn(row: DataNode, column: string): string {
  const [cell] = row.named?.(column) ?? row.children.filter(({ name }) => name === column);
  return cell === undefined && row.children.length === 0 ? row.text() : (cell?.text() ?? '');
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
  const { value, label } = listColumns(node.place.question ?? {});
  if (row.children.length === 0) return { name: row.text(), label: row.text() };
  const columns = Object.fromEntries(row.children.map((child) => [child.name, child.text()]));
  const name = columns[value] ?? '';
  return { name, label: columns[label] ?? name, columns };
}
