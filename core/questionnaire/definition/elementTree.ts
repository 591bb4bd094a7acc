import type { Definition } from './definition.ts';
import type { Element, Repeat } from './element.ts';
import { isQuestion, isRepeat } from './element.ts';

/** An element with its surroundings. The root has no element; neither have nodes that come with another element. */
export interface TreeNode {
  readonly name: string;
  readonly element: Element | undefined;
  readonly parent: TreeNode | undefined;
  /** Place among the parent's elements; -1 for generated nodes. */
  readonly position: number;
  /** Number of groups and repeats around it. */
  readonly depth: number;
  /** First child of each name. */
  readonly children: Map<string, TreeNode>;
}

export interface ElementTree {
  readonly root: TreeNode;
  /** All elements in document order. */
  readonly nodes: readonly TreeNode[];
  /** Elements and generated nodes by name. */
  readonly byName: ReadonlyMap<string, readonly TreeNode[]>;
}

/** A count that is more than a bare reference gets a hidden calculation of its own. */
export const hasCountNode = ({ repeatCount }: Repeat): boolean =>
  repeatCount !== undefined && !/^\s*\$\{[^}]*\}\s*$/.test(repeatCount.slice(0, 300));

/** Nodes that XLSForm adds to the data: the text that `or_other` asks for, the count of a repeat. */
function generatedName(element: Element): string | undefined {
  if (isQuestion(element)) return element.orOther === true ? `${element.name}_other` : undefined;
  return isRepeat(element) && hasCountNode(element) ? `${element.name}_count` : undefined;
}

class TreeBuilder {
  readonly nodes: TreeNode[] = [];
  readonly byName = new Map<string, TreeNode[]>();

  private keep(node: TreeNode): void {
    const same = this.byName.get(node.name);
    if (same === undefined) this.byName.set(node.name, [node]);
    else same.push(node);
    if (node.parent !== undefined && !node.parent.children.has(node.name))
      node.parent.children.set(node.name, node);
  }

  /** Adds the elements of one parent and gives back the nodes that have elements of their own. */
  add(parent: TreeNode, elements: readonly Element[]): TreeNode[] {
    const added = elements.map((element, position): TreeNode => {
      const node = {
        name: element.name,
        element,
        parent,
        position,
        depth: parent.depth + 1,
        children: new Map(),
      };
      this.keep(node);
      return node;
    });
    for (const element of elements) {
      const name = generatedName(element);
      if (name === undefined || parent.children.has(name)) continue;
      this.keep({
        name,
        element: undefined,
        parent,
        position: -1,
        depth: parent.depth + 1,
        children: new Map(),
      });
    }
    return added;
  }
}

/** Lays out a definition as a tree that knows its parents; linear, and without recursion. */
export function elementTree(definition: Pick<Definition, 'root' | 'elements'>): ElementTree {
  const builder = new TreeBuilder();
  const name = definition.root ?? 'data';
  const root: TreeNode = {
    name,
    element: undefined,
    parent: undefined,
    position: 0,
    depth: 0,
    children: new Map(),
  };
  const stack = builder.add(root, definition.elements).reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    builder.nodes.push(node);
    const element = node.element;
    if (element === undefined || isQuestion(element)) continue;
    for (const child of builder.add(node, element.elements).reverse()) stack.push(child);
  }
  return { root, nodes: builder.nodes, byName: builder.byName };
}

function ancestry(node: TreeNode): readonly TreeNode[] {
  const chain: TreeNode[] = [];
  for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) chain.push(at);
  return chain.reverse();
}

/** `/data/shop/visit`. */
export const pathOf = (node: TreeNode): string =>
  ancestry(node)
    .map((at) => `/${at.name}`)
    .join('');

/** JSON Pointer of the element, e.g. `/elements/3/elements/0`; '' for the root, the owner's place for generated nodes. */
export const pointerOf = (node: TreeNode): string =>
  ancestry(node)
    .filter((at) => at.position >= 0 && at.parent !== undefined)
    .map((at) => `/elements/${at.position}`)
    .join('');
