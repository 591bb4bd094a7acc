import type { Accessor } from '../binding.ts';
import type { EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';
import { spend } from './effort.ts';
import type { Evaluate, Term } from './term.ts';

export const relevantOnly = (nodes: readonly DataNode[]): readonly DataNode[] =>
  nodes.every((node) => node.relevant) ? nodes : nodes.filter((node) => node.relevant);

/** A node-set. A single value of it is that of its first node, '' and NaN when it is empty. */
export function nodesTerm(members: Evaluate<readonly DataNode[]>): Term {
  const nodes = (context: EvaluationContext): readonly DataNode[] => relevantOnly(members(context));
  return {
    type: 'nodes',
    members,
    nodes,
    value: nodes,
    string: (context) => nodes(context)[0]?.text() ?? '',
    number: (context) => nodes(context)[0]?.number() ?? Number.NaN,
    boolean: (context) => truthOfNodes(nodes(context), context),
  };
}

class BoundTerm implements Term {
  readonly type = 'nodes';
  readonly accessor: Accessor;

  constructor(accessor: Accessor) {
    this.accessor = accessor;
  }

  nodes(context: EvaluationContext): readonly DataNode[] {
    const nodes = this.accessor.nodes(context);
    spend(context, nodes.length);
    return nodes;
  }

  value(context: EvaluationContext): readonly DataNode[] {
    return this.nodes(context);
  }

  string(context: EvaluationContext): string {
    const { accessor } = this;
    if (accessor.text !== undefined) return accessor.text(context);
    return accessor.nodes(context)[0]?.text() ?? '';
  }

  number(context: EvaluationContext): number {
    const { accessor } = this;
    if (accessor.number !== undefined) return accessor.number(context);
    return accessor.nodes(context)[0]?.number() ?? Number.NaN;
  }

  boolean(context: EvaluationContext): boolean {
    const { accessor } = this;
    if (context.environment.collect === true && accessor.truth !== undefined) return accessor.truth(context);
    return truthOfNodes(accessor.nodes(context), context);
  }
}

/** A node-set that the host gives directly. */
export const boundTerm = (accessor: Accessor): Term => new BoundTerm(accessor);

/**
 * XPath: whether there is a node. Collect: whether the first node's answer is true, which of a number means that it is not 0, and
 * of anything else but a boolean that there is one.
 */
export function truthOfNodes(nodes: readonly DataNode[], context: EvaluationContext): boolean {
  const first = nodes[0];
  if (first === undefined) return false;
  if (context.environment.collect !== true || first.children.length > 0) return true;
  return first.truth?.() ?? first.text() !== '';
}
