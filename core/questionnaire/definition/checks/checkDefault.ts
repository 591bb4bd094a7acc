import type { AnswerValue, QuestionType } from '../../questionTypes/index.ts';
import type { Question } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';

const looksDynamic = (text: string): boolean =>
  text.includes('${') || /^\s*[a-z][a-z0-9-]*\(.*\)\s*$/s.test(text.slice(0, 1000));

const answersWithNames: ReadonlySet<string> = new Set([
  'select_one',
  'select_multiple',
  'rank',
  'picture-choice',
]);

const withoutDefault: ReadonlySet<string> = new Set([
  'audio',
  'video',
  'file',
  'osm',
  'background-audio',
  'csv-external',
  'xml-external',
]);

/** The filter, or what `orOther` adds, is only known while people answer. */
function checkIsChoice(context: CheckContext, node: TreeNode, question: Question, value: AnswerValue): void {
  if (question.choices === undefined || question.choiceFilter !== undefined || question.orOther === true)
    return;
  const names = context.choices.names(question.choices);
  if (names === undefined || !answersWithNames.has(question.type)) return;
  const wanted: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const name of wanted) {
    if (typeof name !== 'string' || names.has(name)) continue;
    const mend = context.suggest(name, names) || ' Take one of its choices.';
    const message = `${quoted(name)} is no choice of list ${quoted(question.choices)}.${mend}`;
    context.error(node, 'default', 'badDefault', message);
  }
}

/** A literal default is an answer of the type, among the choices where the list is known. */
export function checkDefault(
  context: CheckContext,
  node: TreeNode,
  question: Question,
  type: QuestionType,
): void {
  const text = question.default;
  if (text === undefined) return;
  if (question.dynamicDefault !== undefined) {
    context.error(node, 'default', 'contradiction', 'There is a "dynamicDefault" too; keep one of the two.');
  }
  if (withoutDefault.has(question.type)) {
    context.error(
      node,
      'default',
      'badDefault',
      `Type ${question.type} cannot begin with a value; take the default away.`,
    );
    return;
  }
  if (looksDynamic(text)) {
    context.warn(
      node,
      'default',
      'badDefault',
      `${quoted(text)} is taken literally; to compute it, put it under "dynamicDefault".`,
    );
    return;
  }
  const decoded = type.decode(text);
  if (!decoded.ok) {
    context.error(
      node,
      'default',
      'badDefault',
      `${quoted(text)} is no answer of type ${question.type}; mend or remove it.`,
    );
    return;
  }
  checkIsChoice(context, node, question, decoded.value);
}
