import { attributeOf } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { childrenOf, textOf } from '../xmlElement.ts';
import type { FormReading } from './formReading.ts';
import type { InstanceNode } from './instanceTree.ts';
import { nodeName, valueOf } from './instanceTree.ts';

/** Values of the form's own repeat instances that are not what every new instance begins with. */
export function readStartAnswers(reading: FormReading): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {};
  if (reading.body.repeats.size > 0)
    compare(reading, reading.tree, reading.parts.root, reading.tree.path, found);
  return Object.keys(found).length === 0 ? undefined : found;
}

function compare(
  reading: FormReading,
  node: InstanceNode,
  element: XmlElement,
  path: string,
  found: Record<string, string>,
): void {
  if (node.children.length === 0) {
    const text = textOf(element).trim();
    const differs = text !== valueOf(node) && isAnswer(reading, node);
    if (path.includes('[') && (differs || isSetInNewOnly(reading, node))) found[path] = text;
    return;
  }
  const counts = new Map<string, number>();
  for (const child of childrenOf(element)) {
    const below = node.children.find(({ name }) => name === nodeName(child));
    if (below === undefined || attributeOf(child, 'jr:template') !== undefined) continue;
    const isRepeat = reading.body.repeats.has(below.path);
    const position = (counts.get(below.name) ?? 0) + 1;
    counts.set(below.name, position);
    if (position > 1 && !isRepeat) continue;
    compare(reading, below, child, `${path}/${below.name}${isRepeat ? `[${position}]` : ''}`, found);
  }
}

const isAnswer = (reading: FormReading, { path }: InstanceNode): boolean =>
  reading.bindOf(path)['calculate'] === undefined;

/** Actions give their value to instances that people add, and to no others. */
function isSetInNewOnly(reading: FormReading, { path }: InstanceNode): boolean {
  const events = reading.actions.flatMap((action) => (action.target === path ? action.events : []));
  return events.includes('odk-new-repeat') && !events.some((event) => event.endsWith('-load'));
}
