import type { BindablePath, Step } from '../../expression/index.ts';
import type { TreeNode } from '../elementTree.ts';
import { pathOf } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';
import { followStep } from './findPath.ts';

type Path = BindablePath & { readonly at: number };

/** Reports a path from `node` that leads nowhere; what depends on the data cannot be told beforehand. */
export function checkPath(context: CheckContext, node: TreeNode, column: string, path: Path): void {
  const [first, ...others] = path.steps;
  let steps: readonly Step[] = path.steps;
  let at = node;
  if (path.anchor === 'root') {
    if (first?.axis !== 'child') return;
    at = context.tree.root;
    steps = others;
    if (first.test !== at.name) {
      if (first.test === '*' || first.test.includes('(')) return;
      const message = `${quoted(`/${first.test}`)} leads nowhere: absolute paths begin with /${at.name}, or write \${name}.`;
      context.warn(node, column, 'unknownPath', message, path.at);
      return;
    }
  }
  for (const step of steps) {
    const next = followStep(at, step);
    if (next === 'unknown') return;
    if (next === 'nowhere') {
      const mend = context.suggest(step.test, at.children.keys()) || ' Such a path is always empty.';
      const message = `There is no ${quoted(step.test)} in ${pathOf(at)}.${mend}`;
      context.warn(node, column, 'unknownPath', message, step.at);
      return;
    }
    at = next;
  }
}
