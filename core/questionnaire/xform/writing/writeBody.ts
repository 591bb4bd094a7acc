import type { Group, Repeat } from '../../definition/index.ts';
import { isQuestion, isRepeat } from '../../definition/index.ts';
import { addedBefore, countOf } from '../../interview/index.ts';
import { startTag } from '../xmlText.ts';
import type { FormWriting } from './formWriting.ts';
import type { OutlineNode } from './outline.ts';
import { writeRepeatActions } from './writeActions.ts';
import { writeControl } from './writeControl.ts';

export function writeBody(writing: FormWriting): string {
  const { settings } = writing.definition;
  const controls = writing.outline.top.map((node) => writeNode(writing, node)).join('');
  return `${startTag('h:body', { class: settings?.style })}${controls}</h:body>`;
}

function writeNode(writing: FormWriting, node: OutlineNode): string {
  const { element } = node;
  if (node.generated) return '';
  if (isQuestion(element)) return writeControl(writing, node, element);
  return isRepeat(element) ? writeRepeat(writing, node, element) : writeGroup(writing, node, element);
}

/** A count with a node of its own is referred to by name. */
const countText = (repeat: Repeat): string | undefined => {
  const own = addedBefore(repeat)[0]?.name;
  return own === undefined ? countOf(repeat) : `\${${own}}`;
};

/** The count among them is an expression, and is written as one. */
const attributesOf = ({ 'jr:count': _, ...rest }: Readonly<Record<string, string>> = {}) => rest;

const inside = (writing: FormWriting, { children }: OutlineNode): string =>
  children.map((child) => writeNode(writing, child)).join('');

function writeGroup(writing: FormWriting, node: OutlineNode, group: Group): string {
  const { appearance, intent, body } = group;
  const attributes = { ref: node.path, appearance, intent, ...body };
  return `${startTag('group', attributes)}${sayings(writing, node, group)}${inside(writing, node)}</group>`;
}

function writeRepeat(writing: FormWriting, node: OutlineNode, repeat: Repeat): string {
  const { appearance, intent, body } = repeat;
  const attributes = {
    nodeset: node.path,
    'jr:count': writing.expression(countText(repeat), node),
    'jr:noAddRemove': repeat.fixed === true ? 'true()' : undefined,
    appearance,
    ...attributesOf(body),
  };
  const content = `${inside(writing, node)}${writeRepeatActions(writing, node)}`;
  return `${startTag('group', { ref: node.path, intent })}${sayings(writing, node, repeat)}${startTag('repeat', attributes)}${content}</repeat></group>`;
}

function sayings(writing: FormWriting, node: OutlineNode, { label, media }: Group | Repeat): string {
  return writing.saying('label', `${node.path}:label`, { text: label, media, asking: node });
}
