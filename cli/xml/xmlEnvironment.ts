import type { DataNode, Environment } from '../../core/questionnaire/index.ts';
import type { XmlNode } from '../../formats/xml/xmlNode.ts';

export interface Surroundings {
  readonly now: number;
  readonly timeZone: string;
  readonly language: string;
}

/** The world of an expression that is evaluated against a plain XML document, an XForm with its instances and itext included. */
export function xmlEnvironment(document: XmlNode, { now, timeZone, language }: Surroundings): Environment {
  document.timeZone = timeZone;
  let root: XmlNode | undefined;
  return {
    get root() {
      root ??= primaryInstance(document) ?? document;
      return root;
    },
    now: () => now,
    timeZone,
    language,
    random: () => Math.random(),
    instance: (id) => firstWhere(document, (node) => node.name === 'instance' && node.attribute('id') === id),
    reference: (name, _lastSaved, reach, from) =>
      named(document, name, reach === 'nearest' ? from : document),
    translation: (id) => translation(document, id, language),
    choiceName: () => undefined,
  };
}

/** In an XForm, `/` means the data of the form and not the form itself. */
function primaryInstance(document: XmlNode): XmlNode | undefined {
  const model = ['h:html', 'h:head', 'model'].reduce<XmlNode | undefined>(
    (node, name) => node?.children.find((child) => child.answersTo(name) ?? child.name === name),
    document,
  );
  return model?.children.find((child) => child.name === 'instance');
}

/** The nodes of that name nearest to `from`: below it, else below its parent, and so on up to the document. */
function named(document: XmlNode, name: string, from: DataNode): readonly DataNode[] {
  for (let top: DataNode | null = from; top !== null; top = top.parent) {
    const found = allWhere(top, (node) => node.name === name);
    if (found.length > 0) return found;
  }
  return allWhere(document, (node) => node.name === name);
}

function translation(document: XmlNode, id: string, language: string): string | undefined {
  const itext = firstWhere(document, (node) => node.name === 'itext');
  const languages = itext?.children ?? [];
  const chosen =
    languages.find((each) => each.attribute('lang') === language) ??
    languages.find((each) => ['true()', 'true', ''].includes(each.attribute('default') ?? 'no')) ??
    languages[0];
  const text = chosen?.children.find((each) => each.attribute('id') === id);
  const plain = text?.children.find((each) => each.attribute('form') === undefined);
  return (plain ?? text?.children[0])?.text();
}

function allWhere<T extends DataNode>(top: T, fits: (node: DataNode) => boolean): DataNode[] {
  const found: DataNode[] = [];
  const waiting: DataNode[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (fits(node)) found.push(node);
    waiting.push(...[...node.children].reverse());
  }
  return found;
}

function firstWhere(top: XmlNode, fits: (node: XmlNode) => boolean): XmlNode | undefined {
  const waiting = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (fits(node)) return node;
    waiting.push(...[...node.children].reverse());
  }
  return undefined;
}
