import type { DataNode } from '../../dataNode.ts';

/** The nodes, each once, in document order; nodes of different documents stay grouped by document. */
export function inDocumentOrder(nodes: readonly DataNode[]): readonly DataNode[] {
  if (nodes.length < 2) return nodes;
  const wanted = new Set(nodes);
  const ordered: DataNode[] = [];
  for (const top of tops(nodes)) collect(top, wanted, ordered);
  return ordered;
}

function tops(nodes: readonly DataNode[]): ReadonlySet<DataNode> {
  const found = new Set<DataNode>();
  const seen = new Set<DataNode>();
  for (const node of nodes) {
    let top = node;
    while (top.parent !== null && !seen.has(top)) {
      seen.add(top);
      top = top.parent;
    }
    if (top.parent === null) found.add(top);
  }
  return found;
}

/** Walks with a stack of its own: a document may be deeper than the call stack likes. */
function collect(top: DataNode, wanted: ReadonlySet<DataNode>, ordered: DataNode[]): void {
  const waiting: DataNode[] = [top];
  for (let node = waiting.pop(); node !== undefined && ordered.length < wanted.size; node = waiting.pop()) {
    if (wanted.has(node)) ordered.push(node);
    for (const attribute of node.attributes ?? []) if (wanted.has(attribute)) ordered.push(attribute);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}
