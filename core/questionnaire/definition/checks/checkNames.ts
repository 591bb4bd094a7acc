import { isRepeat } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { pathOf } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';

/** XML names (NCName) with at most one prefix, as they become elements of the response. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*(?::[\p{L}_][\p{L}\p{M}\p{N}._\-·]*)?$/u;

const ADVICE = 'Begin with a letter or _ and go on with letters, digits, _, - and full stops, e.g.';

/** A name near the wrong one that would be right. */
function mended(name: string): string {
  const kept = name
    .trim()
    .slice(0, 60)
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
    .replace(/^[^\p{L}_]+/u, '');
  return kept === '' ? 'question_1' : kept;
}

function checkOne(context: CheckContext, node: TreeNode): void {
  if (!NAME.test(node.name)) {
    context.error(
      node,
      'name',
      'badName',
      `${quoted(node.name)} cannot be a name. ${ADVICE} "${mended(node.name)}".`,
    );
  }
  if (node.name === 'meta') {
    context.error(
      node,
      'name',
      'reservedName',
      '"meta" is kept for facts about the response; choose another name.',
    );
  }
}

function checkSiblings(
  context: CheckContext,
  node: TreeNode,
  folded: Map<TreeNode, Map<string, TreeNode>>,
): void {
  const parent = node.parent;
  if (parent === undefined) return;
  const first = parent.children.get(node.name);
  if (first !== undefined && first !== node) {
    const message = `${quoted(node.name)} is already a name in ${pathOf(parent)}; give one of the two another.`;
    context.error(node, 'name', 'duplicateName', message);
    return;
  }
  const siblings = folded.get(parent) ?? new Map<string, TreeNode>();
  folded.set(parent, siblings);
  const lower = node.name.toLowerCase();
  const similar = siblings.get(lower);
  if (similar === undefined) siblings.set(lower, node);
  else {
    const message = `differs from ${quoted(similar.name)} only in capital letters, which some tools cannot tell apart; rename one.`;
    context.warn(node, 'name', 'similarNames', `${quoted(node.name)} ${message}`);
  }
}

/** Names must be XML names, unique among siblings; repeats' names in the whole questionnaire, as exports make tables of them. */
export function checkNames(context: CheckContext): void {
  const { root, nodes } = context.tree;
  if (!NAME.test(root.name)) {
    const subject = { pointer: '/root', place: 'questionnaire' };
    context.error(subject, 'root', 'badName', `${quoted(root.name)} cannot be a name. ${ADVICE} "data".`);
  }
  const folded = new Map<TreeNode, Map<string, TreeNode>>();
  const repeats = new Map<string, TreeNode>();
  for (const node of nodes) {
    checkOne(context, node);
    checkSiblings(context, node, folded);
    if (node.element === undefined || !isRepeat(node.element)) continue;
    const other = repeats.get(node.name);
    if (node.name === root.name) {
      context.error(
        node,
        'name',
        'duplicateName',
        `A repeat may not be called like the root, ${quoted(root.name)}; rename it.`,
      );
    } else if (other !== undefined && other.parent !== node.parent) {
      const message = `There is another repeat ${quoted(node.name)} at ${pathOf(other)}; repeats need names of their own.`;
      context.error(node, 'name', 'duplicateName', message);
    } else repeats.set(node.name, node);
  }
}
