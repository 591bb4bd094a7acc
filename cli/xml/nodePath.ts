import type { DataNode } from '../../core/questionnaire/index.ts';
import type { XmlNode } from '../../formats/xml/xmlNode.ts';

/** The absolute path of a node with positions among siblings of the same name: `/data[1]/rep[2]/name[1]`, `/` for the document. */
export function pathOf(node: DataNode): string {
  const steps: string[] = [];
  for (let at = node; at.parent !== null; at = at.parent) {
    const isAttribute = at.parent.attributes?.includes(at) === true;
    steps.unshift(isAttribute ? `@${at.name}` : `${at.name}[${at.position()}]`);
  }
  return `/${steps.join('/')}`;
}

const STEP = /^(@)?([^@[\]]+)(?:\[(\d+)\])?$/;

/** The node at a path as `pathOf` writes it; positions default to 1. Undefined where there is none. */
export function nodeAt(document: XmlNode, path: string): XmlNode | undefined {
  let node: XmlNode | undefined = document;
  for (const step of path.split('/').filter((part) => part !== '')) {
    const [, at, name, position] = STEP.exec(step) ?? [];
    if (name === undefined || node === undefined) return undefined;
    const named: readonly XmlNode[] = (at === '@' ? node.attributes : node.children).filter(
      (each) => each.name === name,
    );
    node = named[Number(position ?? 1) - 1];
  }
  return node;
}
