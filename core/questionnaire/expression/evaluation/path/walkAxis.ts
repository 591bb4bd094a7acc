import type { DataNode } from '../../dataNode.ts';
import type { Axis } from '../../syntax/expression.ts';

export type AxisWalk = (node: DataNode) => readonly DataNode[];

const NONE: readonly DataNode[] = [];

/** What one step reaches from one node, in document order, before its predicates. */
export function axisWalk(axis: Axis, test: string): AxisWalk {
  const fits = nameTest(test);
  switch (axis) {
    case 'child':
      return test === '*' || test === 'node()'
        ? (node) => node.children
        : (node) => childrenNamed(node, test, fits);
    case 'attribute':
      return (node) => (node.attributes ?? NONE).filter(fits);
    case 'self':
      return (node) => (fits(node) ? [node] : NONE);
    case 'parent':
      return (node) => (node.parent !== null && fits(node.parent) ? [node.parent] : NONE);
    case 'descendant-or-self':
      return (node) => descendantsOrSelf(node).filter(fits);
  }
}

function childrenNamed(node: DataNode, name: string, fits: (node: DataNode) => boolean): readonly DataNode[] {
  if (node.named !== undefined && !name.endsWith('*')) return node.named(name);
  return node.children.filter(fits);
}

function nameTest(test: string): (node: DataNode) => boolean {
  if (test === 'node()') return () => true;
  if (test === '*') return (node) => node.name !== '';
  const prefix = test.endsWith(':*') ? test.slice(0, -1) : undefined;
  if (prefix !== undefined) return (node) => node.answersTo?.(test) ?? node.name.startsWith(prefix);
  return (node) =>
    node.answersTo === undefined ? node.name === test : (node.answersTo(test) ?? node.name === test);
}

/** The node and all below it, in document order. */
export function descendantsOrSelf(top: DataNode): DataNode[] {
  const found: DataNode[] = [];
  const waiting: DataNode[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
  return found;
}
