import type { Expression } from '../../expression/index.ts';
import { isQuestion } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';
import { comparisonsOf, neverTrue } from './comparison.ts';
import type { ChoicesOf, Comparison } from './comparison.ts';
import { namedNode } from './checkName.ts';
import { expressionColumns } from './expressionColumns.ts';
import { findPath } from './findPath.ts';

const selects: ReadonlySet<string> = new Set([
  'select_one',
  'select_multiple',
  'rank',
  'picture-choice',
  'thumbs',
]);

function nodeOf(context: CheckContext, node: TreeNode, expression: Expression): TreeNode | undefined {
  if (expression.kind === 'reference')
    return expression.lastSaved ? undefined : namedNode(context, expression.name);
  if (expression.kind !== 'path' || typeof expression.start !== 'string') return undefined;
  const anchor = expression.start === 'root' ? 'root' : 'current';
  return findPath(context.tree.root, node, { anchor, steps: expression.steps });
}

/** Names that a question's answer can have, where its list is known. */
function choicesOf(context: CheckContext, node: TreeNode): ChoicesOf {
  return (expression) => {
    const question = nodeOf(context, node, expression)?.element;
    if (question === undefined || !isQuestion(question) || !selects.has(question.type)) return undefined;
    const names = question.choices === undefined ? undefined : context.choices.names(question.choices);
    if (names === undefined) return undefined;
    const has = (name: string): boolean => names.has(name) || (question.orOther === true && name === 'other');
    return { question: question.name, names, has };
  };
}

function reportUnknown(context: CheckContext, node: TreeNode, column: string, comparison: Comparison): void {
  const { choices, text, at } = comparison;
  const mend = context.suggest(text, choices.names) || ' Mend the name, or add the choice.';
  context.warn(
    node,
    column,
    'unknownChoice',
    `${quoted(text)} is no choice of ${quoted(choices.question)}.${mend}`,
    at,
  );
}

/** Choices named in expressions exist, and no question waits for what can never be. */
export function checkReach(context: CheckContext): void {
  for (const node of context.tree.nodes) {
    for (const { column, text } of expressionColumns(node)) {
      const inspected = column === 'choiceFilter' ? undefined : context.inspect(text);
      if (inspected?.ok !== true) continue;
      const lookup = choicesOf(context, node);
      for (const comparison of comparisonsOf(inspected.value.expression, lookup)) {
        if (!comparison.choices.has(comparison.text)) reportUnknown(context, node, column, comparison);
      }
      if (column !== 'relevant' || !neverTrue(inspected.value.expression, lookup)) continue;
      context.warn(
        node,
        column,
        'unreachable',
        'This can never be true, so nobody will ever be asked. Mend the condition.',
      );
    }
  }
}
