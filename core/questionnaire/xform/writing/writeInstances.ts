import type { Choice, ListTree } from '../../definition/index.ts';
import { isQuestion, isRepeat } from '../../definition/index.ts';
import { attributeName } from '../../interview/index.ts';
import { questionTypeOf } from '../../questionTypes/index.ts';
import { escapeText, startTag } from '../xmlText.ts';
import { soleText } from './formWriting.ts';
import type { FormWriting } from './formWriting.ts';
import type { OutlineNode } from './outline.ts';
import { attach, inItext } from './writeChoices.ts';

/** What a response is like when it begins, with a template for each repeat. */
export function writePrimary(writing: FormWriting): string {
  const { id, version, root = 'data', settings } = writing.definition;
  const attributes = {
    xmlns: settings?.instanceXmlns,
    id,
    version: version === '' ? undefined : version,
    ...settings?.attributes,
  };
  const nodes = writing.outline.top.map((node) => writeNode(writing, node, `/${root}`, false)).join('');
  return `<instance>${startTag(root, attributes)}${nodes}</${root}></instance>`;
}

/**
 * `above`: path of the node around it, with positions. As pyxform has it, a repeat brings its template once: those inside of
 * it have theirs in there (and an instance beside it where a group lies between), and none in its instances.
 */
function writeNode(writing: FormWriting, node: OutlineNode, above: string, inTemplate: boolean): string {
  const { element } = node;
  if (attributeName(element.name) !== undefined) return '';
  const path = `${above}/${element.name}`;
  if (isQuestion(element)) {
    if (questionTypeOf(element.type).xform(element).bind === null) return '';
    const own = inTemplate ? undefined : writing.definition.startAnswers?.[path];
    const text = defaultText(element.type, own ?? element.default ?? '');
    return text === ''
      ? startTag(element.name, element.instance, 'empty')
      : `${startTag(element.name, element.instance)}${escapeText(text)}</${element.name}>`;
  }
  if (!isRepeat(element)) return written(writing, node, path, inTemplate, element.instance);
  const template = written(writing, node, path, true, { 'jr:template': '', ...element.instance });
  if (inTemplate && (node.parent === null || isRepeat(node.parent.element))) return template;
  const count = Math.min(element.startInstances ?? 1, 1_000);
  const instances = Array.from({ length: count }, (_, index) =>
    written(writing, node, `${path}[${index + 1}]`, false, element.instance),
  );
  return `${node.repeats.length > 1 && !inTemplate ? '' : template}${instances.join('')}`;
}

function written(
  writing: FormWriting,
  { element, children }: OutlineNode,
  path: string,
  inTemplate: boolean,
  attributes: Readonly<Record<string, string>> | undefined,
): string {
  const inside = children.map((child) => writeNode(writing, child, path, inTemplate)).join('');
  return inside === ''
    ? startTag(element.name, attributes, 'empty')
    : `${startTag(element.name, attributes)}${inside}</${element.name}>`;
}

/** Pictures are named by their address. */
const defaultText = (type: string, text: string): string =>
  type === 'image' && text !== '' && !text.startsWith('jr://') ? `jr://images/${text}` : text;

/** The lists of choices, and attached files. */
export function writeSecondary(writing: FormWriting): string {
  const lists = Array.from(writing.lists, ([id, choices]) => writeList(writing, id, choices)).join('');
  noteFiles(writing);
  const files = Array.from(writing.files, ([id, src]) => startTag('instance', { id, src }, 'empty')).join('');
  const wantsLastSaved = /\$\{\s*last-saved#/.test(JSON.stringify(writing.definition.elements));
  const lastSaved = wantsLastSaved
    ? startTag('instance', { id: '__last-saved', src: 'jr://instance/last-saved' }, 'empty')
    : '';
  const documents = Object.entries(writing.definition.documents ?? {}).map(
    ([id, tree]) => `${startTag('instance', { id })}${writeTree(tree)}</instance>`,
  );
  return `${lists}${documents.join('')}${files}${lastSaved}`;
}

function writeList(writing: FormWriting, id: string, choices: readonly Choice[]): string {
  const itext = inItext(writing, choices);
  const items = choices.map(({ name, label, media, exclusive, columns }, index) => {
    const textId = `${id}-${index}`;
    if (itext && (label !== undefined || media !== undefined))
      writing.itext.set(textId, { text: label, media, asking: null });
    const cells = {
      ...(itext && (label !== undefined || media !== undefined) ? { itextId: textId } : {}),
      name,
      ...(itext || label === undefined ? {} : { label: soleText(label) }),
      ...(exclusive === true ? { earshot_exclusive: 'yes' } : {}),
      ...columns,
    };
    const inside = Object.entries(cells).map(
      ([column, text]) => `<${column}>${escapeText(text)}</${column}>`,
    );
    return `<item>${inside.join('')}</item>`;
  });
  return `${startTag('instance', { id })}<root>${items.join('')}</root></instance>`;
}

function writeTree({ name, text = '', attributes, children = [] }: ListTree): string {
  return `${startTag(name, attributes)}${escapeText(text)}${children.map(writeTree).join('')}</${name}>`;
}

const PULLED = /pulldata\(\s*['"]([^'"]+)['"]/g;

/** Files that an element stands for, and those that pulldata() asks for. */
function noteFiles(writing: FormWriting): void {
  for (const { element } of writing.outline.all) {
    if (element.type === 'csv-external') attach(writing, `${element.name}.csv`);
    if (element.type === 'xml-external') attach(writing, `${element.name}.xml`);
  }
  for (const [, name = ''] of JSON.stringify(writing.definition.elements).matchAll(PULLED)) {
    if (!writing.files.has(name) && !writing.lists.has(name)) attach(writing, `${name}.csv`);
  }
}
