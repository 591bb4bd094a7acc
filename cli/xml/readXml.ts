import { SaxesParser } from 'saxes';
import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import { XmlNode } from './xmlNode.ts';

const MAX_LENGTH = 64 * 1024 * 1024;
const MAX_DEPTH = 1_000;
const MAX_NODES = 4_000_000;

/**
 * Reads an XML document. Nothing is fetched and no entity but the five of XML itself is expanded; size, depth and number of
 * nodes are bounded. The error says where the document is broken.
 */
export function readXml(text: string): Result<XmlNode, string> {
  if (text.length > MAX_LENGTH) return err(`The XML is longer than ${MAX_LENGTH} characters.`);
  const document = new XmlNode('', '', null);
  try {
    fill(document, text);
    return ok(document);
  } catch (failure) {
    return err(`The XML can not be read: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

function fill(document: XmlNode, text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  let open = document;
  let depth = 0;
  let nodes = 0;
  const addText = (part: string): void => {
    if (open !== document) open.addText(part);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    nodes += 1;
    if (depth > MAX_DEPTH) throw new Error(`it is nested deeper than ${MAX_DEPTH} levels.`);
    if (nodes > MAX_NODES) throw new Error(`it has more than ${MAX_NODES} elements.`);
    const element = new XmlNode(tag.name, tag.uri, open);
    for (const { name, uri, value } of Object.values(tag.attributes)) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const attribute = new XmlNode(name, uri, element);
      attribute.addText(value);
      element.attributes.push(attribute);
    }
    open.addChild(element);
    open = element;
  });
  parser.on('closetag', () => {
    depth -= 1;
    open = open.parent ?? document;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
}
