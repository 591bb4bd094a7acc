import type { BindablePath, Step } from '../../expression/index.ts';
import type { TreeNode } from '../elementTree.ts';

/** A child or parent that a step leads to; `unknown` for what depends on the data, `nowhere` for what does not exist. */
export function followStep(node: TreeNode, step: Step): TreeNode | 'nowhere' | 'unknown' {
  if (step.axis === 'self') return node;
  if (step.axis === 'parent') return node.parent ?? 'unknown';
  const computed = step.test === '*' || step.test.includes('(') || step.test.includes(':');
  if (step.axis !== 'child' || computed) return 'unknown';
  if (node.parent === undefined && step.test === 'meta') return 'unknown';
  return node.children.get(step.test) ?? 'nowhere';
}

/** What a path means in the tree of elements, or undefined. */
export function findPath(
  root: TreeNode,
  node: TreeNode,
  path: Pick<BindablePath, 'anchor' | 'steps'>,
): TreeNode | undefined {
  const [first, ...others] = path.steps;
  let at = node;
  if (path.anchor === 'root') {
    if (first?.axis !== 'child' || first.test !== root.name) return undefined;
    at = root;
  }
  for (const step of path.anchor === 'root' ? others : path.steps) {
    const next = followStep(at, step);
    if (next === 'unknown' || next === 'nowhere') return undefined;
    at = next;
  }
  return at;
}
