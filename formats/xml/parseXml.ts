import { SaxesParser } from 'saxes';
import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import type { XmlAttribute, XmlElement } from '../../core/questionnaire/index.ts';

const MAX_LENGTH = 64 * 1024 * 1024;
const MAX_DEPTH = 1_000;
const MAX_NODES = 4_000_000;

/**
 * Reads an XML document. Nothing is fetched and no entity but the five of XML itself is expanded; size, depth and number of
 * nodes are bounded. The error says where the document is broken.
 */
export function parseXml(text: string): Result<XmlElement, string> {
  if (text.length > MAX_LENGTH) return err(`The XML is longer than ${MAX_LENGTH} characters.`);
  try {
    return ok(parse(text));
  } catch (failure) {
    return err(`The XML can not be read: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

interface OpenElement extends XmlElement {
  readonly attributes: XmlAttribute[];
  readonly content: (string | XmlElement)[];
}

function parse(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const document: OpenElement = { name: '', namespace: '', attributes: [], content: [] };
  const open: OpenElement[] = [document];
  let nodes = 0;
  const addText = (part: string): void => {
    if (open.length > 1) open.at(-1)?.content.push(part);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    nodes += 1;
    if (open.length > MAX_DEPTH) throw new Error(`it is nested deeper than ${MAX_DEPTH} levels.`);
    if (nodes > MAX_NODES) throw new Error(`it has more than ${MAX_NODES} elements.`);
    const attributes = Object.values(tag.attributes).map(({ name, uri, value }) => ({
      name,
      namespace: uri,
      value,
    }));
    const element: OpenElement = { name: tag.name, namespace: tag.uri, attributes, content: [] };
    open.at(-1)?.content.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  const [root] = document.content;
  if (root === undefined || typeof root === 'string') throw new Error('it has no element.');
  return root;
}
