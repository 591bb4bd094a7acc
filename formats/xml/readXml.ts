import { ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import type { XmlElement } from '../../core/questionnaire/index.ts';
import { parseXml } from './parseXml.ts';
import { XmlNode } from './xmlNode.ts';

/** Reads an XML document as expressions see it. */
export function readXml(text: string): Result<XmlNode, string> {
  const root = parseXml(text);
  if (!root.ok) return root;
  const document = new XmlNode('', '', null);
  append(document, root.value);
  return ok(document);
}

function append(parent: XmlNode, { name, namespace, attributes, content }: XmlElement): void {
  const element = new XmlNode(name, namespace, parent);
  for (const attribute of attributes) {
    if (attribute.name === 'xmlns' || attribute.name.startsWith('xmlns:')) continue;
    const node = new XmlNode(attribute.name, attribute.namespace, element);
    node.addText(attribute.value);
    element.attributes.push(node);
  }
  parent.addChild(element);
  for (const part of content) {
    if (typeof part === 'string') element.addText(part);
    else append(element, part);
  }
}
