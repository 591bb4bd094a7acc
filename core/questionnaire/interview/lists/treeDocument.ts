import type { ListTree } from '../../definition/index.ts';
import type { DataNode } from '../../expression/index.ts';
import { toNumber } from '../../expression/index.ts';

/** A list of any shape as expressions see it. */
export function treeDocument(root: ListTree): DataNode {
  return new TreeNode({ name: '', children: [root] }, null);
}

class TreeNode implements DataNode {
  readonly name: string;
  readonly parent: TreeNode | null;
  readonly relevant = true;
  readonly attributes: readonly DataNode[];
  readonly children: readonly TreeNode[];
  readonly #text: string;

  constructor({ name, text = '', attributes = {}, children = [] }: ListTree, parent: TreeNode | null) {
    this.name = name;
    this.parent = parent;
    this.#text = text;
    this.attributes = Object.entries(attributes).map(
      ([key, value]) => new TreeNode({ name: key, text: value }, this),
    );
    this.children = children.map((child) => new TreeNode(child, this));
  }

  text(): string {
    return this.#text + this.children.map((child) => child.text()).join('');
  }

  number(): number {
    return toNumber(this.text());
  }

  position(): number {
    const siblings = this.parent?.children.filter(({ name }) => name === this.name) ?? [this];
    return siblings.indexOf(this) + 1;
  }
}
