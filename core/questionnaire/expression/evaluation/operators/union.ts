import type { DataNode } from '../../dataNode.ts';
import { nodesTerm } from '../nodesTerm.ts';
import { inDocumentOrder } from '../path/documentOrder.ts';
import type { Term } from '../term.ts';

/** All nodes of all operands, each once, in document order. */
export function union(terms: readonly Term[]): Term {
  return nodesTerm((context) => {
    const all = new Set<DataNode>();
    for (const term of terms) for (const node of term.nodes(context)) all.add(node);
    return inDocumentOrder([...all]);
  });
}
