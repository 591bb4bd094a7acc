/** An element of an XML document, as whoever parsed it hands it over. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Address of its namespace; '' for none. */
  readonly namespace: string;
  /** Declarations of namespaces (`xmlns:odk`) among them. */
  readonly attributes: readonly XmlAttribute[];
  /** Texts and elements in document order; comments and processing instructions are left out. */
  readonly content: readonly (string | XmlElement)[];
}

export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

const isElement = (part: string | XmlElement): part is XmlElement => typeof part !== 'string';

export const childrenOf = (element: XmlElement): readonly XmlElement[] => element.content.filter(isElement);

/** All text inside, elements passed over. */
export function textOf(element: XmlElement): string {
  return element.content.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
