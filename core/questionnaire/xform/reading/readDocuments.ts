import type { ListTree } from '../../definition/index.ts';
import { compact, unlessEmpty } from '../compact.ts';
import { attributesOf } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { childrenOf, textOf } from '../xmlElement.ts';
import type { FormReading } from './formReading.ts';
import { nodeName } from './instanceTree.ts';

/** Secondary instances that are no tables of choices, as they are. */
export function readDocuments({ secondary }: FormReading): Readonly<Record<string, ListTree>> | undefined {
  const found: Record<string, ListTree> = {};
  for (const [id, each] of secondary) if (each.kind === 'document') found[id] = treeOf(each.root);
  return Object.keys(found).length === 0 ? undefined : found;
}

function treeOf(element: XmlElement): ListTree {
  const children = childrenOf(element).map(treeOf);
  const text = children.length > 0 ? '' : textOf(element).trim();
  return compact<ListTree>({
    name: nodeName(element),
    text: text === '' ? undefined : text,
    attributes: unlessEmpty(attributesOf(element)),
    children: children.length === 0 ? undefined : children,
  });
}
