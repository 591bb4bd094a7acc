import type { Question } from '../../definition/index.ts';
import { isQuestionTypeName, questionTypeOf, readNearest } from '../../questionTypes/index.ts';
import type { QuestionTypeName } from '../../questionTypes/index.ts';
import { compact, unlessEmpty } from '../compact.ts';
import { LIST_PARAMETERS } from '../attributeNames.ts';
import { attributeOf, attributesOf, named } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { leftOverColumns } from '../leftOver.ts';
import { attributesWithNames, expressionOf } from './expressions.ts';
import { readFirstValues, triggerNames, typeOfActions } from './firstValues.ts';
import type { FormReading } from './formReading.ts';
import type { InstanceNode } from './instanceTree.ts';
import { dataType, typeOfCalculated, typeOfControl, typeOfHidden, typeOfPreload } from './questionType.ts';
import { readChoices } from './readChoices.ts';
import { propertyOf } from './readEntities.ts';
import { readExternalChoices } from './readExternalChoices.ts';
import { readShown } from './readShown.ts';
import { readParameters } from './readParameters.ts';
import type { Bind } from './readBinds.ts';
import { messageOf, sayingOf } from './texts.ts';

/** A leaf of the primary instance as a question. */
export function readQuestion(reading: FormReading, node: InstanceNode): Question {
  const { path, name } = node;
  const bind = reading.bindOf(path);
  const control = reading.body.controls.get(path);
  const { type, actions } = typeOf(reading, node, bind, control);
  const nearest = nearestOf(control);
  const attributed = readParameters(type, bind, control);
  const choices = readSource(reading, control, path, type);
  const parameters = {
    ...attributed.parameters,
    ...choices.parameters,
    ...withoutChoices(nearest?.parameters),
    ...(type === 'background-audio' ? qualityOf(actions?.attributes) : {}),
  };
  const messages = messagesOf(reading, bind, path);
  return compact<Question>({
    type: nearest?.type ?? type,
    name,
    ...sayingsOf(reading, control, path),
    relevant: expressionOf(reading, bind['relevant'], path),
    readOnly: type === 'note' ? undefined : expressionOf(reading, bind['readonly'], path),
    appearance: nearest === undefined ? appearanceOf(control) : nearest.appearance || undefined,
    required: expressionOf(reading, bind['required'], path),
    constraint: expressionOf(reading, bind['constraint'], path),
    ...messages,
    ...(typeOfPreload(bind) === undefined ? readFirstValues(reading, node) : {}),
    ...(actions?.triggers === undefined ? {} : { triggers: actions.triggers }),
    ...choices,
    parameters: unlessEmpty(parameters),
    saveTo: propertyOf(reading, path, bind['entities:saveto']),
    bind: unlessEmpty({
      ...ownType(type, bind, parameters),
      ...ownPreload(bind, control !== undefined),
      ...attributesWithNames(reading, attributed.bind, path),
    }),
    body: unlessEmpty(attributesWithNames(reading, attributed.body, path)),
    instance: unlessEmpty(attributesWithNames(reading, attributesOf(node.model), path)),
    ...leftOverColumns(bind),
    ...(nearest === undefined ? {} : ownChoices(choices.choices, nearest.parameters)),
  });
}

/** Lists that only stand in for what a type of ours brings itself are not kept. */
const ownChoices = (written: string | undefined, { choices }: Readonly<Record<string, string>>) => ({
  choices: choices ?? (written?.startsWith('earshot_') === true ? undefined : written),
});

const withoutChoices = ({ choices: _, ...rest }: Readonly<Record<string, string>> = {}) => rest;

interface Typed {
  readonly type: QuestionTypeName;
  readonly actions?: {
    readonly attributes: Readonly<Record<string, string>>;
    readonly triggers?: readonly string[];
  };
}

function typeOf(
  reading: FormReading,
  node: InstanceNode,
  bind: Bind,
  control: XmlElement | undefined,
): Typed {
  // What is asked is of the type that it is asked as, whatever is to stand there before.
  const preloaded = control === undefined ? typeOfPreload(bind) : undefined;
  if (preloaded !== undefined) return { type: preloaded };
  if (control !== undefined) return { type: typeOfControl(control, bind) };
  if (node.name === 'audit' && node.parent?.name === 'meta') return { type: 'audit' };
  const acted = typeOfActions(reading, node.path);
  if (acted === undefined) {
    const set = reading.actions.filter(({ target, kind }) => target === node.path && kind === 'setvalue');
    if (set.some(({ control }) => control !== undefined)) return { type: typeOfCalculated(bind) };
    return { type: bind['calculate'] === undefined && set.length > 0 ? 'calculate' : typeOfHidden(bind) };
  }
  const attributes = acted.actions[0]?.attributes ?? {};
  if (acted.type !== 'background-geopoint') return { type: acted.type, actions: { attributes } };
  return { type: acted.type, actions: { attributes, triggers: triggerNames(acted.actions) } };
}

const qualityOf = (attributes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  attributes['odk:quality'] === undefined ? {} : { quality: attributes['odk:quality'] };

const appearanceOf = (control: XmlElement | undefined): string | undefined =>
  control === undefined ? undefined : attributeOf(control, 'appearance') || undefined;

/** A type of ours that the appearance tells of. */
function nearestOf(control: XmlElement | undefined) {
  const nearest = readNearest(appearanceOf(control) ?? '');
  if (nearest === undefined) return undefined;
  const { type } = nearest;
  return isQuestionTypeName(type) ? { ...nearest, type } : undefined;
}

function readSource(
  reading: FormReading,
  control: XmlElement | undefined,
  path: string,
  type: QuestionTypeName,
) {
  if (control === undefined) return {};
  if (type === 'select_one_external') return readExternalChoices(reading, control, path);
  if (named(control, 'itemset').length === 0 && named(control, 'item').length === 0) return {};
  if (LIST_PARAMETERS[type] !== undefined) return readShown(reading, control, path, LIST_PARAMETERS[type]);
  const choices = readChoices(reading, control, path);
  if (choices.file === undefined) return choices;
  return {
    ...choices,
    type:
      type === 'select_multiple' ? ('select_multiple_from_file' as const) : ('select_one_from_file' as const),
  };
}

function sayingsOf(reading: FormReading, control: XmlElement | undefined, path: string) {
  if (control === undefined) return {};
  const label = sayingOf(reading, named(control, 'label')[0], path, 'label');
  const hint = sayingOf(reading, named(control, 'hint')[0], path, 'hint');
  return {
    label: label.text,
    hint: hint.text,
    guidanceHint: hint.guidance,
    media: label.media,
  };
}

const messagesOf = (reading: FormReading, bind: Bind, path: string) => ({
  requiredMessage: messageOf(reading, bind['jr:requiredMsg'], path, 'requiredMessage'),
  constraintMessage: messageOf(reading, bind['jr:constraintMsg'], path, 'constraintMessage'),
});

/** What the device is to fill in and no type stands for, or asks for in the way that old forms do. */
function ownPreload(bind: Bind, isAsked: boolean): Readonly<Record<string, string>> {
  const { 'jr:preload': preload, 'jr:preloadParams': parameters } = bind;
  if (preload === undefined) return {};
  if (isAsked)
    return { 'jr:preload': preload, ...(parameters !== undefined && { 'jr:preloadParams': parameters }) };
  if (typeOfPreload(bind) === undefined) return { 'jr:preload': preload };
  return parameters?.startsWith('uri:') === true ? { 'jr:preloadParams': parameters } : {};
}

/** The data type where it is another than the question type brings. */
function ownType(
  type: QuestionTypeName,
  bind: Bind,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (bind['type'] === undefined) return {};
  const own = dataType(bind);
  const usual = questionTypeOf(type).xform({ name: '', parameters }).bind;
  const sameInteger = usual === 'int' && (own === 'integer' || own === 'long');
  return own === usual || sameInteger || usual === null ? {} : { type: own };
}
