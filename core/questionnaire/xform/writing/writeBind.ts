import type { Question } from '../../definition/index.ts';
import { isQuestion } from '../../definition/index.ts';
import { questionTypeOf } from '../../questionTypes/index.ts';
import { startTag } from '../xmlText.ts';
import { BIND_PARAMETERS } from '../attributeNames.ts';
import { leftOver } from '../leftOver.ts';
import type { FormWriting } from './formWriting.ts';
import type { OutlineNode } from './outline.ts';
import { writtenQuestion } from './writtenQuestion.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** The bind of an element; '' when there is nothing to say of it. */
export function writeBind(writing: FormWriting, node: OutlineNode): string {
  const { element, path } = node;
  if (isQuestion(element) && questionTypeOf(element.type).xform(element).bind === null) return '';
  const attributes = {
    ...(isQuestion(element) ? ofQuestion(writing, node, element) : {}),
    readonly: writing.expression(element.readOnly ?? (element.type === 'note' ? 'true()' : undefined), node),
    relevant: writing.expression(element.relevant, node),
    ...element.bind,
    'earshot:more': isOurs(node) ? undefined : leftOver(element, writing.definition),
  };
  const said = Object.values(attributes).some((value) => value !== undefined);
  return said || isQuestion(element) ? startTag('bind', { nodeset: path, ...attributes }, 'empty') : '';
}

/** Nobody wrote it, so there is nothing of it to be read again. */
const isOurs = ({ generated, element }: OutlineNode): boolean => generated && element.type !== 'audit';

function ofQuestion(writing: FormWriting, node: OutlineNode, asked: Question): Attributes {
  const question = writtenQuestion(writing, asked);
  const { path } = node;
  const { bind, preload, preloadParams } = questionTypeOf(question.type).xform(question);
  const triggered = (question.triggers?.length ?? 0) > 0;
  const message = (column: 'requiredMessage' | 'constraintMessage', name: string): string | undefined =>
    writing.message(column, `${path}:${name}`, question[column], node);
  const isInstanceId = question.name === 'instanceID' && node.parent?.element.name === 'meta';
  return {
    type: bind ?? undefined,
    required: writing.expression(question.required, node),
    constraint: writing.expression(question.constraint, node),
    calculate: triggered ? undefined : writing.expression(question.calculation, node),
    'jr:requiredMsg': message('requiredMessage', 'jr:requiredMsg'),
    'jr:constraintMsg': message('constraintMessage', 'jr:constraintMsg'),
    'jr:preload': isInstanceId ? (writing.definition.settings?.instanceId ?? 'uid') : preload,
    'jr:preloadParams': preloadParams,
    'entities:saveto': question.saveTo?.replace(/^[^#]*#/, ''),
    ...parametersOf(question),
  };
}

function parametersOf({ type, parameters = {} }: Question): Attributes {
  const names = Object.entries(BIND_PARAMETERS[type] ?? {});
  return Object.fromEntries(names.map(([attribute, parameter]) => [attribute, parameters[parameter]]));
}
