import { toNumber } from '../../core/questionnaire/index.ts';
import type { DataNode } from '../../core/questionnaire/index.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Prefixes that expressions may use whatever the document calls them. */
const KNOWN_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['h', XHTML],
  ['xhtml', XHTML],
  ['jr', 'http://openrosa.org/javarosa'],
  ['orx', 'http://openrosa.org/xforms'],
  ['odk', 'http://www.opendatakit.org/xforms'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

/** An element, an attribute, or (with an empty name) the document, as expressions see it. */
export class XmlNode implements DataNode {
  readonly relevant = true;
  readonly attributes: XmlNode[] = [];
  readonly name: string;
  readonly namespace: string;
  readonly parent: XmlNode | null;
  /** Time zone in which dates without an offset are meant; set on the document. */
  timeZone = 'UTC';
  /** Texts and children in document order. */
  private readonly content: (string | XmlNode)[] = [];
  private readonly elements: XmlNode[] = [];
  private cachedText: string | undefined;

  constructor(name: string, namespace: string, parent: XmlNode | null) {
    this.name = name;
    this.namespace = namespace;
    this.parent = parent;
  }

  get children(): readonly XmlNode[] {
    return this.elements;
  }

  addText(text: string): void {
    this.content.push(text);
  }

  addChild(child: XmlNode): void {
    this.content.push(child);
    this.elements.push(child);
  }

  text(): string {
    this.cachedText ??= this.content.map((part) => (typeof part === 'string' ? part : part.text())).join('');
    return this.cachedText;
  }

  number(): number {
    return toNumber(this.text(), this.document().timeZone);
  }

  position(): number {
    const siblings = this.parent?.children.filter((sibling) => sibling.name === this.name) ?? [this];
    return siblings.indexOf(this) + 1;
  }

  answersTo(name: string): boolean | undefined {
    const [first = '', second] = name.split(':');
    if (second === undefined) return this.namespace === XHTML && !this.name.includes(':') ? false : undefined;
    if (this.namespace === '' || KNOWN_PREFIXES.get(first) !== this.namespace) return undefined;
    return second === '*' || second === this.name.replace(/^.*:/, '');
  }

  attribute(name: string): string | undefined {
    return this.attributes.find((attribute) => attribute.name === name)?.text();
  }

  document(): XmlNode {
    return this.parent === null ? this : this.parent.document();
  }
}
