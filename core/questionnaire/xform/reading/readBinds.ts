import { attributesOf, named } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { resolveRef } from './paths.ts';

export type Bind = Readonly<Record<string, string>>;

export interface Binds {
  /** Attributes by path of the node. */
  readonly byPath: ReadonlyMap<string, Bind>;
  readonly pathOfId: ReadonlyMap<string, string>;
}

export function readBinds(model: XmlElement, rootPath: string): Binds {
  const byPath = new Map<string, Bind>();
  const pathOfId = new Map<string, string>();
  for (const bind of named(model, 'bind')) {
    const { nodeset, ref, id, ...rest } = attributesOf(bind);
    const path = resolveRef(nodeset ?? ref ?? '', rootPath);
    if (path === undefined) continue;
    byPath.set(path, { ...byPath.get(path), ...rest });
    if (id !== undefined) pathOfId.set(id, path);
  }
  return { byPath, pathOfId };
}
