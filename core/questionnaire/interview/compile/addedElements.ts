import type {
  Definition,
  Element,
  EntityDeclaration,
  Group,
  Question,
  Repeat,
} from '../../definition/index.ts';
import { isQuestion, isRepeat } from '../../definition/index.ts';

const BARE_REFERENCE = /^\s*(\$\{[^}]+\}|\/[^\s()[\]]+)\s*$/;

/** XLSForm gives a count that is more than a bare reference a hidden calculation of its own, `<repeat>_count`. */
const ownCount = ({ repeatCount }: Repeat): string | undefined =>
  repeatCount === undefined || repeatCount.trim() === '' || BARE_REFERENCE.test(repeatCount)
    ? undefined
    : repeatCount;

export function addedBefore(element: Element): readonly Element[] {
  const calculation = isRepeat(element) ? ownCount(element) : undefined;
  return calculation === undefined
    ? []
    : [{ type: 'calculate', name: `${element.name}_count`, calculation, readOnly: 'true()' }];
}

/** What counts a repeat's instances, as seen from the repeat; XForms may count by an expression that has no node. */
export const countOf = (repeat: Repeat): string | undefined =>
  ownCount(repeat) === undefined
    ? (repeat.repeatCount ?? repeat.body?.['jr:count'])
    : `../${repeat.name}_count`;

/** What `or_other` asks for, in whichever language. */
export const SPECIFY_OTHER = 'Specify other.';

/** XLSForm's `or_other` asks which other in a text question behind the select. */
export function addedAfter(element: Element): readonly Element[] {
  if (!isQuestion(element) || element.orOther !== true) return [];
  const relevant = `selected(../${element.name}, 'other')`;
  return [{ type: 'text', name: `${element.name}_other`, label: { default: SPECIFY_OTHER }, relevant }];
}

const isAudit = ({ type }: Element): boolean => type === 'audit';

/** What is asked where it stands: not the log of the interview, which XLSForm puts into the meta block from wherever its row is. */
export const asked = (elements: readonly Element[]): readonly Element[] =>
  elements.some(isAudit) ? elements.filter((element) => !isAudit(element)) : elements;

function auditsIn(elements: readonly Element[]): Element[] {
  const found: Element[] = [];
  const work = [...elements];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (isAudit(next)) found.push(next);
    else if (!isQuestion(next)) for (const inner of next.elements) work.push(inner);
  }
  return found.slice(0, 1);
}

/** The OpenRosa meta block, which every response carries; the log of the interview stands in it, and the entity that the form makes. */
export function metaGroup(
  { settings, elements }: Definition,
  entity: EntityDeclaration | undefined,
): readonly Group[] {
  const inside: Element[] = auditsIn(elements);
  if (entity !== undefined) inside.push(entityGroup(entity));
  if (settings?.omitInstanceId !== true)
    inside.push({ type: 'hidden', name: 'instanceID', readOnly: 'true()' });
  if (settings?.instanceName !== undefined)
    inside.push({ type: 'calculate', name: 'instanceName', calculation: settings.instanceName });
  return inside.length === 0 ? [] : [{ type: 'group', name: 'meta', elements: inside }];
}

/** The meta block of a group or a repeat that makes an entity. */
export const innerMeta = (entity: EntityDeclaration | undefined): readonly Group[] =>
  entity === undefined ? [] : [{ type: 'group', name: 'meta', elements: [entityGroup(entity)] }];

/** Attributes of an element that the form works out have places like questions, by this in front of their names. */
const ATTRIBUTE = '@';

/** The attribute that a place stands for; undefined for an element. */
export const attributeName = (name: string): string | undefined =>
  name.startsWith(ATTRIBUTE) ? name.slice(ATTRIBUTE.length) : undefined;

/**
 * Where Central looks for the entity that a response makes or changes (ODK XForms Entities 2025.1): it is created when there is no
 * id of one, or when createIf says so, and updated when there is.
 */
function entityGroup({ list, label, entityId, createIf, updateIf }: EntityDeclaration): Group {
  const creates = entityId === undefined || createIf !== undefined;
  const instance = {
    dataset: list,
    ...(creates ? { create: '1' } : {}),
    ...(entityId === undefined ? {} : { update: '1', baseVersion: '', trunkVersion: '', branchId: '' }),
    id: '',
  };
  const known = (column: string): string | undefined =>
    entityId === undefined ? undefined : `instance('${list}')/root/item[name=${entityId}]/__${column}`;
  const elements = [
    workedOut('@create', createIf),
    workedOut('@update', updateIf),
    workedOut('@baseVersion', known('version')),
    workedOut('@trunkVersion', known('trunkVersion')),
    workedOut('@branchId', known('branchId')),
    entityId === undefined ? newId : workedOut('@id', entityId),
    workedOut('label', label),
  ];
  return { type: 'group', name: 'entity', instance, elements: elements.flat() };
}

const newId: Question = { type: 'hidden', name: '@id', readOnly: 'true()', dynamicDefault: 'uuid()' };

const workedOut = (name: string, calculation: string | undefined): readonly Question[] =>
  calculation === undefined ? [] : [{ type: 'calculate', name, readOnly: 'true()', calculation }];
