import type { Definition, Element, Question, Text } from '../../definition/index.ts';
import { isQuestion } from '../../definition/index.ts';
import { questionTypeOf } from '../../questionTypes/index.ts';
import { BIND_PARAMETERS, CONTROL_PARAMETERS, LIST_PARAMETERS, LISTED } from '../attributeNames.ts';
import { isSilent } from './isSilent.ts';

/** What XForms have no place for on any element. */
const ALWAYS = ['warning', 'warningMessage', 'specialAnswers', 'minimumSeconds', 'extra'] as const;

/** As pyxform has it, groups have no hints. */
const OF_GROUPS = ['hint', 'guidanceHint', 'extra'] as const;

/** What stands in the control, so that questions without one lose it. */
const OF_CONTROLS = [
  ...(['label', 'hint', 'guidanceHint', 'media', 'appearance', 'body', 'parameters'] as const),
  ...(['choices', 'choicesFrom', 'file', 'choiceFilter', 'orOther'] as const),
];

const OF_SELECTS: ReadonlySet<string> = new Set(['randomize', 'seed', 'value', 'label', 'quality']);

/** Whether the parameters come back from the attributes that they are written as. */
function losesParameters({ type, parameters = {} }: Question): boolean {
  const kept = new Set([
    ...Object.values(CONTROL_PARAMETERS[type] ?? {}),
    ...Object.values(BIND_PARAMETERS[type] ?? {}),
  ]);
  const shown = LIST_PARAMETERS[type] ?? '';
  if (LISTED.test(parameters[shown] ?? '')) kept.add(shown);
  // A range says in an XForm what goes without saying in a definition; so do types of ours that are written as one.
  const isRange = type === 'range' && ['start', 'end', 'step'].some((name) => parameters[name] === undefined);
  const isOurs = questionTypeOf(type).nearest !== undefined;
  if (isOurs) return questionTypeOf(type).nearest?.({ name: '', parameters }).parameters !== undefined;
  return (
    isRange ||
    parameters['randomize'] === 'false' ||
    Object.keys(parameters).some((name) => !kept.has(name) && !OF_SELECTS.has(name))
  );
}

/** A text that is a dash, which is how XForms write a text that is missing, that speaks of the response before this one, or has blanks around it. */
const isUnsayable = (text: Text | undefined): boolean =>
  Object.values(text ?? {}).some(
    (said) => said === '-' || said !== said.trim() || said.includes('${last-saved#'),
  );

/** Columns whose values are lost where there are any. */
function* lostOf(question: Question, language: string, onlyList: boolean): Generator<keyof Question> {
  const { type, readOnly, guidanceHint, choiceFilter, saveTo } = question;
  const { control } = questionTypeOf(type).xform(question);
  const { choices } = questionTypeOf(type);
  yield* ALWAYS;
  if (isSilent(question) && control !== 'none') yield 'type';
  if (isSilent(question) || control === 'none' || control === 'action') yield* OF_CONTROLS;
  // Texts that nobody can change are read as notes, and notes as such are never changed.
  if (readOnly === 'true()') yield 'readOnly';
  if (readOnly === 'true()' && type === 'text') yield 'type';
  if (guidanceHint !== undefined && guidanceHint[language] === undefined) yield 'guidanceHint';
  if (choiceFilter !== undefined && (choices === 'optionalList' || choices === 'none')) yield 'choiceFilter';
  if (type === 'osm') yield 'choices';
  // Which list is not said where there is only one.
  if (onlyList && saveTo?.includes('#') === true) yield 'saveTo';
  for (const column of ['label', 'hint', 'guidanceHint'] as const)
    if (isUnsayable(question[column])) yield column;
}

/** Columns that an XForm says something of although they may be empty. */
function* spokenAnyway(question: Question): Generator<keyof Question> {
  const { type, body, choicesFrom } = question;
  const { control } = questionTypeOf(type).xform(question);
  if (isSilent(question) && control !== 'none') yield 'bind';
  // Read as a note, which takes no parameters.
  if (type === 'text' && question.readOnly === 'true()') yield* ['bind', 'body', 'parameters'];
  if (losesParameters(question)) yield 'parameters';
  if (choicesFrom !== undefined) yield* ['choicesFrom', 'choiceFilter', 'parameters'];
  const attributes = CONTROL_PARAMETERS[type] ?? {};
  if (Object.keys(body ?? {}).some((name) => Object.hasOwn(attributes, name))) yield* ['body', 'parameters'];
}

/** What an XForm does not say of an element, or undefined when it says everything; null for columns that must stay empty. */
export function lostColumns(
  element: Element,
  { defaultLanguage: language, entities = [] }: Definition,
): Readonly<Record<string, unknown>> | undefined {
  const held = new Map<string, unknown>(Object.entries(element));
  const lost = new Map<string, unknown>();
  const onlyList = entities.length < 2;
  for (const column of isQuestion(element) ? lostOf(element, language, onlyList) : OF_GROUPS)
    if (held.get(column) !== undefined) lost.set(column, held.get(column));
  for (const column of isQuestion(element) ? spokenAnyway(element) : [])
    lost.set(column, held.get(column) ?? null);
  return lost.size === 0 ? undefined : Object.fromEntries(lost);
}
