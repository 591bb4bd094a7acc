import type { Choice } from '../../definition/index.ts';
import type { DataNode } from '../../expression/index.ts';
import type { ListRow } from '../circumstances.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { textIn } from '../texts/textIn.ts';
import { choicesNamed } from './choicesNamed.ts';
import { ListDocument } from './listDocument.ts';
import { treeDocument } from './treeDocument.ts';

/** Rows as a list that interviews can be handed. */
export const listDocument = (rows: readonly ListRow[]): DataNode => new ListDocument(rows);

/** What instance('id') means: an attached list, or a choice list of the questionnaire. */
export function listFor(state: InterviewState, id: string): DataNode | undefined {
  const { questionnaire, language } = state;
  return state.lists[id] ?? ownList(questionnaire, id, language) ?? ownDocument(questionnaire, id);
}

function ownDocument({ definition, listCache }: Questionnaire, id: string): DataNode | undefined {
  const root = definition.documents?.[id];
  if (root === undefined) return undefined;
  const known = listCache.get(id);
  if (known !== undefined) return known;
  const made = treeDocument(root);
  listCache.set(id, made);
  return made;
}

/** Choices of the questionnaire itself; their texts stand in the rows in the language asked for. */
function ownList(questionnaire: Questionnaire, id: string, language: string): DataNode | undefined {
  const choices = choicesNamed(questionnaire, id);
  if (choices === undefined) return undefined;
  const key = `${id}\n${language}`;
  const known = questionnaire.listCache.get(key);
  if (known !== undefined) return known;
  const rows = choices.map((choice, index) => rowOf(questionnaire, id, index, choice, language));
  const made = new ListDocument(rows);
  questionnaire.listCache.set(key, made);
  return made;
}

function rowOf(
  questionnaire: Questionnaire,
  id: string,
  index: number,
  choice: Choice,
  language: string,
): ListRow {
  return {
    itextId: `${id}-${index}`,
    name: choice.name,
    label: textIn(questionnaire, choice.label, language) ?? '',
    ...choice.columns,
  };
}
