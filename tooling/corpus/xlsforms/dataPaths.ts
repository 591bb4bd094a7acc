import { readXml } from '../../../formats/xml/readXml.ts';
import type { XmlNode } from '../../../formats/xml/xmlNode.ts';
import type { Definition, Element } from '../../../core/questionnaire/index.ts';
import { isQuestion, isRepeat } from '../../../core/questionnaire/index.ts';

function collect(node: XmlNode, path: string, paths: Set<string>): void {
  for (const child of node.children) {
    if (child.name === 'meta' || child.name.endsWith(':meta')) continue;
    paths.add(`${path}/${child.name}`);
    collect(child, `${path}/${child.name}`, paths);
  }
}

function find(node: XmlNode, name: string): XmlNode | undefined {
  const here = node.children.find((child) => child.name === name || child.name.endsWith(`:${name}`));
  return here ?? node.children.map((child) => find(child, name)).find((found) => found !== undefined);
}

/** Paths of the primary instance of an XForm, without the root's name and the meta block. */
function pathsOfXForm(xml: string): ReadonlySet<string> | undefined {
  const document = readXml(xml);
  const instance = document.ok ? find(document.value, 'instance') : undefined;
  const root = instance?.children[0];
  if (root === undefined) return undefined;
  const paths = new Set<string>();
  collect(root, '', paths);
  return paths;
}

const hasNoNode: ReadonlySet<string> = new Set(['csv-external', 'xml-external', 'audit']);

const isBareReference = (expression: string): boolean => /^\s*\$\{[^}]*\}\s*$/.test(expression);

function addPaths(elements: readonly Element[], parent: string, paths: Set<string>): void {
  for (const element of elements) {
    if (hasNoNode.has(element.type)) continue;
    const path = `${parent}/${element.name}`;
    paths.add(path);
    if (isQuestion(element)) {
      if (element.orOther === true) paths.add(`${path}_other`);
      continue;
    }
    if (isRepeat(element) && element.repeatCount !== undefined && !isBareReference(element.repeatCount))
      paths.add(`${path}_count`);
    addPaths(element.elements, path, paths);
  }
}

function pathsOfDefinition({ elements }: Definition): ReadonlySet<string> {
  const paths = new Set<string>();
  addPaths(elements, '', paths);
  return paths;
}

/** Paths of the data that only one of the two forms has. */
export function differentPaths(xml: string, definition: Definition): readonly string[] {
  const theirs = pathsOfXForm(xml);
  if (theirs === undefined) return [];
  const ours = pathsOfDefinition(definition);
  return [
    ...Array.from(theirs)
      .filter((path) => !ours.has(path))
      .map((path) => `only theirs ${path}`),
    ...Array.from(ours)
      .filter((path) => !theirs.has(path))
      .map((path) => `only ours ${path}`),
  ];
}
