import { attributeOf } from '../namespaces.ts';
import type { InstanceNode } from './instanceTree.ts';

/** A meta block that makes an entity. */
export interface EntityBlock {
  /** Name and path of the form, group or repeat that holds the block, and how many nodes are around that. */
  readonly name: string;
  readonly path: string;
  readonly depth: number;
  readonly node: InstanceNode;
  readonly list: string;
}

/** In document order. */
export function entityBlocks(root: InstanceNode): readonly EntityBlock[] {
  const blocks: EntityBlock[] = [];
  const work = [{ node: root, depth: 0 }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { node, depth } = next;
    const holder = node.parent?.name === 'meta' ? node.parent.parent : null;
    const list = node.name === 'entity' ? attributeOf(node.model, 'dataset') : undefined;
    if (list !== undefined && holder !== null)
      blocks.push({ name: holder.name, path: holder.path, depth: depth - 2, node, list });
    for (const child of node.children.toReversed()) work.push({ node: child, depth: depth + 1 });
  }
  return blocks;
}
