import type { Element, Group, Repeat } from '../../definition/index.ts';
import { addedBefore } from '../../interview/index.ts';
import { compact, unlessEmpty } from '../compact.ts';
import { attributeOf, attributesOf, named } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { leftOverColumns } from '../leftOver.ts';
import { attributesWithNames, expressionOf } from './expressions.ts';
import { foldGenerated } from './foldGenerated.ts';
import type { FormReading } from './formReading.ts';
import type { InstanceNode } from './instanceTree.ts';
import { readQuestion } from './readQuestion.ts';
import { sayingOf } from './texts.ts';

/** The children of a node of the primary instance as elements. */
export function readElements(reading: FormReading, parent: InstanceNode): readonly Element[] {
  const elements = parent.children.filter((node) => !isMeta(node)).map((node) => readElement(reading, node));
  return foldGenerated(elements).concat(parent.parent === null ? auditOf(reading, parent) : []);
}

const isMeta = ({ name, children }: InstanceNode): boolean => name === 'meta' && children.length > 0;

/** The log stands in the meta block, but is a question of the definition. */
const auditOf = (reading: FormReading, root: InstanceNode): readonly Element[] =>
  root.children
    .filter(isMeta)
    .flatMap(({ children }) => children.filter(({ name }) => name === 'audit'))
    .map((node) => readQuestion(reading, node));

function readElement(reading: FormReading, node: InstanceNode): Element {
  const { path } = node;
  if (reading.body.repeats.has(path)) return readRepeat(reading, node);
  const isGroup =
    node.children.length > 0 || (reading.body.groups.has(path) && !reading.body.controls.has(path));
  if (!isGroup) return readQuestion(reading, node);
  if (node.count > 1)
    reading.find('unsupported', path, 'It stands in the form several times without being a repeat.');
  return readGroup(reading, node);
}

function readGroup(reading: FormReading, node: InstanceNode): Group {
  const group = reading.body.groups.get(node.path);
  const { intent, ...shared } = sharedColumns(reading, node, group);
  return compact<Group>({ type: 'group', ...shared, intent, elements: readElements(reading, node) });
}

function readRepeat(reading: FormReading, node: InstanceNode): Repeat {
  const repeat = reading.body.repeats.get(node.path);
  const group = reading.body.groups.get(node.path);
  const { intent, ...shared } = sharedColumns(reading, node, group, repeat);
  const count = repeat === undefined ? undefined : seenFrom(node, attributeOf(repeat, 'jr:count'));
  const fixed = repeat !== undefined && attributeOf(repeat, 'jr:noAddRemove')?.trim() === 'true()';
  return compact<Repeat>({
    type: 'repeat',
    ...shared,
    intent,
    elements: readElements(reading, node),
    ...countColumns(reading, count, node.path, shared.body),
    startInstances: node.count === 1 ? undefined : node.count,
    fixed: fixed ? true : undefined,
  });
}

/** JavaRosa reads a bare name in `jr:count` from the element around the repeat; everything else says where it begins. */
function seenFrom({ parent, children }: InstanceNode, count: string | undefined): string | undefined {
  const named = ({ name }: InstanceNode): boolean => name === count?.trim();
  return parent?.children.some(named) === true && !children.some(named) ? `../${count?.trim() ?? ''}` : count;
}

/** An expression that has no node of its own can only be kept as it is: in XLSForm it would get one. */
function countColumns(
  reading: FormReading,
  count: string | undefined,
  path: string,
  body: Readonly<Record<string, string>> | undefined,
): Pick<Repeat, 'repeatCount' | 'body'> {
  const repeatCount = expressionOf(reading, count, path);
  if (repeatCount === undefined) return {};
  const bare = addedBefore({ type: 'repeat', name: 'x', elements: [], repeatCount }).length === 0;
  return bare ? { repeatCount } : { body: { ...body, 'jr:count': repeatCount } };
}

const KNOWN = new Set(['ref', 'nodeset', 'bind', 'appearance', 'intent', 'jr:count', 'jr:noAddRemove']);
const KNOWN_OF_BIND = new Set(['nodeset', 'relevant', 'readonly', 'type', 'earshot:more']);

function sharedColumns(
  reading: FormReading,
  node: InstanceNode,
  group: XmlElement | undefined,
  repeat?: XmlElement,
) {
  const { path, name } = node;
  const bind = reading.bindOf(path);
  const kept = leftOverColumns(bind);
  const label = [group, repeat].flatMap((element) =>
    element === undefined ? [] : named(element, 'label'),
  )[0];
  const hint = group === undefined ? undefined : named(group, 'hint')[0];
  const saying = sayingOf(reading, label, path, 'label');
  const hinted = sayingOf(reading, hint, path, 'hint');
  const attributes = { ...(group && attributesOf(group)), ...(repeat && attributesOf(repeat)) };
  const { 'jr:template': _, ...instance } = attributesOf(node.model);
  return {
    name,
    label: saying.text,
    hint: kept.hint ?? hinted.text,
    guidanceHint: kept.guidanceHint ?? hinted.guidance,
    media: saying.media,
    relevant: expressionOf(reading, bind['relevant'], path),
    readOnly: expressionOf(reading, bind['readonly'], path),
    appearance: attributes['appearance'] || undefined,
    intent: attributesWithNames(reading, { intent: attributes['intent'] ?? '' }, path)['intent'] || undefined,
    bind: unlessEmpty(attributesWithNames(reading, without(bind, KNOWN_OF_BIND), path)),
    body: unlessEmpty(attributesWithNames(reading, without(attributes, KNOWN), path)),
    instance: unlessEmpty(attributesWithNames(reading, instance, path)),
    extra: kept.extra,
  };
}

const without = (
  attributes: Readonly<Record<string, string>>,
  names: ReadonlySet<string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.has(name)));
