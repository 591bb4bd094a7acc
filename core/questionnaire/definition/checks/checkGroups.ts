import type { Group, Question, Repeat } from '../element.ts';
import { isQuestion, isRepeat } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { hasCountNode } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';

function checkTableList(context: CheckContext, node: TreeNode, elements: Group['elements']): void {
  if (node.element?.appearance?.split(/\s+/).includes('table-list') !== true) return;
  const selects = elements.filter(
    (element): element is Question => isQuestion(element) && element.choices !== undefined,
  );
  const [first] = selects;
  const other = selects.find((select) => select.choices !== first?.choices);
  if (other !== undefined) {
    const lists = `${quoted(first?.choices ?? '')} and ${quoted(other.choices ?? '')}`;
    context.error(
      node,
      'appearance',
      'badTableList',
      `The questions of a table-list share one choice list, but here are ${lists}; split the group.`,
    );
  }
  const filtered = selects.find((select) => select.choiceFilter !== undefined);
  if (filtered !== undefined) {
    context.error(
      node,
      'appearance',
      'badTableList',
      `${quoted(filtered.name)} filters its choices, which a table-list cannot show; take the filter away.`,
    );
  }
}

function checkRepeat(context: CheckContext, node: TreeNode, repeat: Repeat): void {
  if (repeat.label === undefined) {
    context.warn(
      node,
      'label',
      'missingLabel',
      'has no label: people would be asked to add one more without learning of what.',
    );
  }
  if (repeat.repeatCount === undefined) return;
  for (const column of ['startInstances', 'fixed'] as const) {
    if (repeat[column] !== undefined)
      context.warn(node, column, 'uselessColumn', 'means nothing beside "repeatCount"; take it away.');
  }
  const clash = node.parent?.children.get(`${node.name}_count`);
  if (hasCountNode(repeat) && clash?.element !== undefined) {
    const message = `The count is kept as ${quoted(clash.name)}, but there is such a name already; rename that.`;
    context.error(node, 'repeatCount', 'duplicateName', message);
  }
  const count = Number(repeat.repeatCount);
  if (count < 0)
    context.error(
      node,
      'repeatCount',
      'unreachable',
      'A repeat cannot have fewer than 0 instances; mend the count.',
    );
  if (count === 0)
    context.warn(
      node,
      'repeatCount',
      'unreachable',
      'The count is always 0, so nobody will ever see the repeat.',
    );
}

/** Groups and repeats hold something, and hold together. */
export function checkGroups(context: CheckContext): void {
  if (context.definition.elements.length === 0) {
    const subject = { pointer: '/elements', place: 'questionnaire' };
    context.error(subject, '', 'emptyGroup', 'There are no questions; add one.');
  }
  for (const node of context.tree.nodes) {
    const element = node.element;
    if (element === undefined || isQuestion(element)) continue;
    if (element.elements.length === 0) {
      context.warn(node, '', 'emptyGroup', `The ${element.type} is empty; add a question, or take it away.`);
    }
    checkTableList(context, node, element.elements);
    if (isRepeat(element)) checkRepeat(context, node, element);
  }
}
