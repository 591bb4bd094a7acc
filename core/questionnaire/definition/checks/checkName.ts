import type { TreeNode } from '../elementTree.ts';
import { pathOf } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext, Subject } from './checkContext.ts';

/** Nodes of the `meta` block that may be referred to like questions. */
const metaNames: ReadonlySet<string> = new Set(['instanceID', 'instanceName']);

/** The element that `${name}` means, if there is exactly one. */
export function namedNode(context: CheckContext, name: string): TreeNode | undefined {
  const found = context.tree.byName.get(name);
  return found?.length === 1 ? found[0] : undefined;
}

/** Reports a `${name}` that means nothing, or more than one thing. */
export function checkName(
  context: CheckContext,
  subject: Subject,
  column: string,
  { name, at }: { readonly name: string; readonly at: number },
): void {
  const found = context.tree.byName.get(name);
  if (found === undefined) {
    if (metaNames.has(name) || name === context.tree.root.name) return;
    const mend = context.suggest(name, context.tree.byName.keys()) || ' Check the name, or add the question.';
    context.error(
      subject,
      column,
      'unknownReference',
      `There is no question called ${quoted(name)}.${mend}`,
      at,
    );
  } else if (found.length > 1) {
    const places = found.slice(0, 3).map(pathOf).join(', ');
    const message = `${quoted(name)} could be any of ${places}; rename all but one, or write the whole path.`;
    context.error(subject, column, 'ambiguousReference', message, at);
  }
}
