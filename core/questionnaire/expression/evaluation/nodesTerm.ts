import type { Accessor } from '../binding.ts';
import type { EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';
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

/** A node-set that the host gives directly. */
export function boundTerm(accessor: Accessor): Term {
  const nodes = (context: EvaluationContext): readonly DataNode[] => accessor.nodes(context);
  return {
    type: 'nodes',
    accessor,
    nodes,
    value: nodes,
    string: (context) =>
      accessor.text === undefined ? (accessor.nodes(context)[0]?.text() ?? '') : accessor.text(context),
    number: (context) =>
      accessor.number === undefined
        ? (accessor.nodes(context)[0]?.number() ?? Number.NaN)
        : accessor.number(context),
    boolean: (context) =>
      context.environment.collect === true && accessor.text !== undefined
        ? accessor.text(context) !== ''
        : truthOfNodes(accessor.nodes(context), context),
  };
}

/** XPath: whether there is a node. Collect: whether the node has an answer. */
export function truthOfNodes(nodes: readonly DataNode[], context: EvaluationContext): boolean {
  const first = nodes[0];
  if (first === undefined) return false;
  return context.environment.collect !== true || first.children.length > 0 || first.text() !== '';
}
