import type { Question } from '../../definition/index.ts';
import { questionTypeOf } from '../../questionTypes/index.ts';
import { CONTROL_PARAMETERS } from '../attributeNames.ts';
import { escapeText, startTag } from '../xmlText.ts';
import { soleText } from './formWriting.ts';
import type { FormWriting } from './formWriting.ts';
import type { OutlineNode } from './outline.ts';
import { predicateOf, writeItemset, writeShown } from './writeChoices.ts';
import { isSilent } from './isSilent.ts';
import { writeTriggered } from './writeActions.ts';
import { writtenQuestion } from './writtenQuestion.ts';

/** The control that asks a question; '' for those that nobody is asked. */
export function writeControl(writing: FormWriting, node: OutlineNode, asked: Question): string {
  const question = writtenQuestion(writing, asked);
  const { control, mediatype } = questionTypeOf(question.type).xform(question);
  if (control === 'none' || control === 'action' || isSilent(question)) return '';
  const attributes = {
    ref: node.path,
    appearance: question.appearance,
    mediatype,
    query: question.type === 'select_one_external' ? queryOf(writing, node, question) : undefined,
    ...question.body,
    ...rangeOf(question),
    ...parametersOf(question),
  };
  const inside = [
    writing.saying('label', `${node.path}:label`, {
      text: question.label,
      media: question.media,
      asking: node,
    }),
    writing.saying('hint', `${node.path}:hint`, {
      text: question.hint,
      guidance: question.guidanceHint,
      asking: node,
    }),
    control === 'select1' || control === 'select' || control === 'odk:rank'
      ? writeItemset(writing, node, question)
      : writeShown(writing, node, question),
    question.type === 'osm' ? writeTags(writing, question) : '',
    writeTriggered(writing, node),
  ].join('');
  return inside === ''
    ? startTag(control, attributes, 'empty')
    : `${startTag(control, attributes)}${inside}</${control}>`;
}

function queryOf(writing: FormWriting, node: OutlineNode, question: Question): string {
  return `instance('${question.choices ?? ''}')/root/item${predicateOf(writing, node, question)}`;
}

/** XForms have no usual values for a range. */
const rangeOf = ({ type, parameters }: Question): Readonly<Record<string, string>> =>
  type === 'range'
    ? {
        start: parameters?.['start'] ?? '1',
        end: parameters?.['end'] ?? '10',
        step: parameters?.['step'] ?? '1',
      }
    : {};

function parametersOf({ type, parameters = {} }: Question): Readonly<Record<string, string | undefined>> {
  const names = Object.entries(CONTROL_PARAMETERS[type] ?? {}).filter(
    ([, parameter]) => parameters[parameter] !== undefined,
  );
  return Object.fromEntries(names.map(([attribute, parameter]) => [attribute, parameters[parameter]]));
}

const writeTags = ({ definition }: FormWriting, { choices }: Question): string =>
  (definition.osmTags?.[choices ?? ''] ?? [])
    .map(
      ({ name, label }) =>
        `${startTag('tag', { key: name })}<label>${escapeText(soleText(label))}</label></tag>`,
    )
    .join('');
