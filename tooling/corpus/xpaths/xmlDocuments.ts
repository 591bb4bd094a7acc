import { createRequire } from 'node:module';
import { useNamespaces } from 'xpath';

/** Prefixes that pyxform's tests write. */
const PREFIXES: Readonly<Record<string, string>> = {
  h: 'http://www.w3.org/1999/xhtml',
  x: 'http://www.w3.org/2002/xforms',
  jr: 'http://openrosa.org/javarosa',
  odk: 'http://www.opendatakit.org/xforms',
  orx: 'http://openrosa.org/xforms',
  entities: 'http://www.opendatakit.org/xforms/entities',
};

const select = useNamespaces(PREFIXES);

/** The little of jsdom that is used; it brings no types. */
interface Jsdom {
  readonly JSDOM: new (html: string) => {
    readonly window: {
      readonly DOMParser: new () => { parseFromString(xml: string, mediatype: string): Document };
    };
  };
}

let parser: { parseFromString(xml: string, mediatype: string): Document } | undefined;

export function parseDocument(xml: string): Document {
  if (parser === undefined) {
    const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom;
    parser = new new JSDOM('').window.DOMParser();
  }
  return parser.parseFromString(xml, 'application/xml');
}

/** The texts of what a path finds; undefined when it is no path. jsdom's own engine does not find elements of a second namespace. */
export function textsAt(document: Document, path: string): readonly string[] | undefined {
  try {
    const found = select(path.trim(), document);
    if (!Array.isArray(found)) return [String(found)];
    return found.map((node) => (typeof node === 'object' ? (node.textContent ?? '') : ''));
  } catch {
    return undefined;
  }
}
