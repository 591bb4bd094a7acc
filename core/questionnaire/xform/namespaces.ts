import type { XmlAttribute, XmlElement } from './xmlElement.ts';
import { childrenOf, localName } from './xmlElement.ts';

/** The prefixes that ODK's tools write; `''` is XForms itself. */
export const PREFIXES: Readonly<Record<string, string>> = {
  '': 'http://www.w3.org/2002/xforms',
  h: 'http://www.w3.org/1999/xhtml',
  ev: 'http://www.w3.org/2001/xml-events',
  xsd: 'http://www.w3.org/2001/XMLSchema',
  jr: 'http://openrosa.org/javarosa',
  orx: 'http://openrosa.org/xforms',
  odk: 'http://www.opendatakit.org/xforms',
  entities: 'http://www.opendatakit.org/xforms/entities',
  earshot: 'urn:earshot:xforms',
};

const PREFIX_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(PREFIXES).map(([prefix, address]) => [address, prefix] as const),
  ['http://www.opendatakit.org/xforms/', 'odk'],
]);

/** The name with the prefix that ODK's tools write, whatever the document calls it; unknown namespaces keep theirs. */
export function usualName({ name, namespace }: XmlElement | XmlAttribute): string {
  const prefix = PREFIX_OF.get(namespace);
  if (prefix === undefined) return name;
  return prefix === '' ? localName(name) : `${prefix}:${localName(name)}`;
}

/** Children of that usual name. */
export const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  childrenOf(element).filter((child) => usualName(child) === name);

/** Attribute by its usual name. */
export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((attribute) => usualName(attribute) === name)?.value;

/** Attributes by their usual names, declarations of namespaces left out. */
export const attributesOf = (element: XmlElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    element.attributes
      .filter(({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'))
      .map((attribute) => [usualName(attribute), attribute.value]),
  );
