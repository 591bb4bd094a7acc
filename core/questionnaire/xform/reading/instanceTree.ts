import { attributeOf, usualName } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { childrenOf, textOf } from '../xmlElement.ts';

/** A node of the primary instance; all that stand at the same path, in whichever repeat instance, are one. */
export interface InstanceNode {
  readonly name: string;
  readonly path: string;
  readonly parent: InstanceNode | null;
  readonly children: readonly InstanceNode[];
  /** What new instances are like: the template where there is one. */
  readonly model: XmlElement;
  /** The first that is part of the data; the template where there is none. */
  readonly first: XmlElement;
  /** How many there are at the beginning, inside the first of the node above; templates not counted. */
  readonly count: number;
  readonly hasTemplate: boolean;
}

/** Of a leaf, the value it begins with. */
export const valueOf = (node: InstanceNode): string => textOf(node.model).trim();

/** Paths of forms name the elements of OpenRosa's meta block without their prefix. */
export const nodeName = (element: XmlElement): string => usualName(element).replace(/^orx:/, '');

const isTemplate = (element: XmlElement): boolean => attributeOf(element, 'jr:template') !== undefined;

export const instanceTree = (root: XmlElement): InstanceNode => makeNode(nodeName(root), '', null, [root]);

function makeNode(
  name: string,
  above: string,
  parent: InstanceNode | null,
  elements: readonly XmlElement[],
): InstanceNode {
  const path = `${above}/${name}`;
  const template = elements.find(isTemplate);
  const first = elements.find((element) => !isTemplate(element)) ?? template;
  const model = template ?? first;
  if (model === undefined || first === undefined) throw new Error(`no element at ${path}`);
  const children: InstanceNode[] = [];
  const node: InstanceNode = {
    name,
    path,
    parent,
    children,
    model,
    first,
    count: parent === null ? 1 : countIn(parent, name),
    hasTemplate: template !== undefined,
  };
  for (const [childName, found] of grouped(template === undefined ? elements : [template, ...elements]))
    children.push(makeNode(childName, path, node, found));
  return node;
}

const isCounted = (element: XmlElement, name: string): boolean =>
  nodeName(element) === name && !isTemplate(element);

const countIn = ({ first }: InstanceNode, name: string): number =>
  childrenOf(first).filter((child) => isCounted(child, name)).length;

function grouped(elements: readonly XmlElement[]): ReadonlyMap<string, readonly XmlElement[]> {
  const byName = new Map<string, XmlElement[]>();
  for (const child of new Set(elements.flatMap(childrenOf))) {
    const same = byName.get(nodeName(child));
    if (same === undefined) byName.set(nodeName(child), [child]);
    else same.push(child);
  }
  return byName;
}
