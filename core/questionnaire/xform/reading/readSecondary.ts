import { attributeOf } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { childrenOf, textOf } from '../xmlElement.ts';
import type { FormParts } from './formParts.ts';
import { nodeName } from './instanceTree.ts';

/** A secondary instance: choices of the form itself, an attached file, or a document of another shape. */
export type Secondary =
  | { readonly kind: 'choices'; readonly rows: readonly Row[] }
  | { readonly kind: 'file'; readonly source: string; readonly file: string }
  | { readonly kind: 'lastSaved' }
  | { readonly kind: 'document'; readonly root: XmlElement };

/** Column -> text. */
export type Row = Readonly<Record<string, string>>;

export function readSecondary(parts: FormParts): ReadonlyMap<string, Secondary> {
  const found = new Map<string, Secondary>();
  for (const instance of parts.secondary) {
    const id = attributeOf(instance, 'id') ?? '';
    const source = attributeOf(instance, 'src');
    if (source === 'jr://instance/last-saved') found.set(id, { kind: 'lastSaved' });
    else if (source !== undefined) {
      found.set(id, { kind: 'file', source, file: source.replace(/^jr:\/\/[^/]+\//, '') });
    } else {
      const [root] = childrenOf(instance);
      if (root !== undefined) found.set(id, readRows(root));
    }
  }
  return found;
}

function readRows(root: XmlElement): Secondary {
  const items = childrenOf(root);
  const flat = items.every(
    (item) =>
      nodeName(item) === 'item' &&
      item.attributes.length === 0 &&
      childrenOf(item).length > 0 &&
      childrenOf(item).every((cell) => childrenOf(cell).length === 0 && cell.attributes.length === 0) &&
      new Set(childrenOf(item).map(nodeName)).size === childrenOf(item).length,
  );
  if (nodeName(root) !== 'root' || !flat) return { kind: 'document', root };
  const rows = items.map((item) =>
    Object.fromEntries(childrenOf(item).map((cell) => [nodeName(cell), textOf(cell).trim()])),
  );
  return { kind: 'choices', rows };
}
